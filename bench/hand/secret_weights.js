/* `explainer/models/secret_weights.py` as one would write it in JavaScript by hand: the same inputs, the same result, nothing of the
   translator. For comparison only; readers get the translation. */
"use strict";

const MODULUS = 2147483647;
const LOWEST = 350, SPAN = 600, BIN = 10, BINS = 20;
const PROFILES = { saver: [60, 45, 15, 40, 20], shopper: [35, 40, 75, 30, 45], owner: [40, 65, 30, 70, 25], newcomer: [10, 30, 45, 55, 65], even: [45, 45, 45, 45, 45] };

const points = (weights, total, person) => {
  let gained = 0;
  for (let i = 0; i < weights.length; i += 1) gained += weights[i] * person[i];
  return Math.floor(Math.floor((LOWEST + (SPAN * gained) / (total * 100)) * 1e6 + 0.5) / 1e6 + 0.5);
};

const atShare = (counts, draws, share) => {
  let seen = 0;
  for (let i = 0; i < counts.length; i += 1) {
    seen += counts[i];
    if (seen >= share * draws) return LOWEST + i;
  }
  return LOWEST + SPAN;
};

const heights = (bars, tallest) => [...bars.map((bar) => bar / Math.max(1, tallest)), 0];

const outline = (counts) => {
  const bars = new Array(SPAN / BIN).fill(0);
  counts.forEach((count, i) => { bars[Math.min(Math.floor(i / BIN), bars.length - 1)] += count; });
  return heights(bars, Math.max(...bars));
};

const side = (own, other) => (own < LOWEST + 90 || (own >= other && own <= LOWEST + SPAN - 90) ? "middle right" : "middle left");

exports.run = (params, data) => {
  const a = PROFILES[params.profile];
  const b = [params.history, params.payment, params.behaviour, params.identity, params.relations];
  const reported = data.weights;
  const sum = reported.reduce((total, weight) => total + weight, 0);
  const scoreA = points(reported, sum, a), scoreB = points(reported, sum, b);
  const shape = reported.map((weight) => Math.max(1, Math.floor((params.sureness * weight) / 100 + 0.5)));
  let state = Math.floor(params.seed) % MODULUS || 1;
  const { draws } = params;
  const countsA = new Array(SPAN + 1).fill(0), countsB = new Array(SPAN + 1).fill(0);
  const barsA = new Array(BINS).fill(0), barsB = new Array(BINS).fill(0);
  let aheadA = 0, aheadB = 0;
  const weights = new Array(shape.length).fill(0);
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    for (let i = 0; i < shape.length; i += 1) {
      let product = 1;
      for (let k = 0; k < shape[i]; k += 1) {
        state = (48271 * state) % MODULUS;
        product *= state / MODULUS;
      }
      weights[i] = -Math.log(product);
      total += weights[i];
    }
    const drawnA = points(weights, total, a), drawnB = points(weights, total, b);
    countsA[drawnA - LOWEST] += 1;
    countsB[drawnB - LOWEST] += 1;
    const lead = drawnA - drawnB;
    if (lead > 0) { aheadA += 1; barsA[Math.min(Math.floor((lead - 1) / BIN), BINS - 1)] += 1; }
    if (lead < 0) { aheadB += 1; barsB[Math.min(Math.floor((-lead - 1) / BIN), BINS - 1)] += 1; }
  }
  const leader = scoreA > scoreB ? "a" : scoreB > scoreA ? "b" : "none";
  const flips = leader === "a" ? aheadB : leader === "b" ? aheadA : Math.min(aheadA, aheadB);
  const tallest = Math.max(...barsA, ...barsB);
  const { guess } = params;
  return {
    a, b, score_a: scoreA, score_b: scoreB, leader, draws, flips, swap_percent: (100 * flips) / draws,
    ahead_a: aheadA, ahead_b: aheadB, ties: draws - aheadA - aheadB, a_percent: (100 * aheadA) / draws, b_percent: (100 * aheadB) / draws,
    low_a: atShare(countsA, draws, 0.05), high_a: atShare(countsA, draws, 0.95), low_b: atShare(countsB, draws, 0.05), high_b: atShare(countsB, draws, 0.95),
    outline_a: outline(countsA), outline_b: outline(countsB), gap_a: heights(barsA, tallest), gap_b: heights(barsB, tallest),
    mark_a: [scoreA, scoreA], mark_b: [scoreB, scoreB], label_a: [scoreA], label_b: [scoreB], side_a: side(scoreA, scoreB), side_b: side(scoreB, scoreA),
    ahead_a_label: [(100 * aheadA) / draws], ahead_b_label: [(100 * aheadB) / draws], guess_label: guess >= 0 ? [guess] : [], guess_at: guess >= 0 ? [0] : [],
  };
};
