/* `explainer/models/friends_score.py` as one would write it in JavaScript by hand: the same inputs, the same result, nothing of the
   translator. For comparison only; readers get the translation. */
"use strict";

const PEOPLE = 60, STILL = 0.01, SETTLED = 0.0001, ROUNDS = 400, BEND = 0.44;

const hundredths = (x) => Math.floor(x * 100 + 0.5) / 100;
const millionths = (x) => Math.floor(x * 1e6 + 0.5) / 1e6;

const SPOTS = Array.from({ length: PEOPLE }, (_, i) => {
  const turn = (6.283185307179586 * i) / PEOPLE;
  return [millionths(Math.sin(turn)), millionths(Math.cos(turn))];
});

const stream = (seed) => {
  let state = Math.floor(seed) % 2147483647 || 1;
  return () => { state = (48271 * state) % 2147483647; return state / 2147483647; };
};

const cut = (tied, i, j) => {
  tied[i] = tied[i].filter((k) => k !== j);
  tied[j] = tied[j].filter((k) => k !== i);
};

const ring = (degree, far, next) => {
  const tied = Array.from({ length: PEOPLE }, () => []);
  const each = (then) => {
    for (let step = 1; step <= Math.floor(degree / 2); step += 1) for (let i = 0; i < PEOPLE; i += 1) then(i, (i + step) % PEOPLE);
  };
  each((i, j) => { tied[i].push(j); tied[j].push(i); });
  each((i, j) => {
    const moved = next() < far;
    const k = Math.floor(next() * PEOPLE);
    if (moved && k !== i && !tied[i].includes(k)) {
      cut(tied, i, j);
      tied[i].push(k);
      tied[k].push(i);
    }
  });
  return tied;
};

const settle = (own, tied, weight, start) => {
  let scores = start, rounds = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const after = new Array(PEOPLE);
    let largest = 0;
    for (let i = 0; i < PEOPLE; i += 1) {
      const friends = tied[i];
      let score = own[i];
      if (friends.length) {
        let total = 0;
        for (let f = 0; f < friends.length; f += 1) total += scores[friends[f]];
        score = (1 - weight) * own[i] + (weight * total) / friends.length;
      }
      const moved = Math.abs(score - scores[i]);
      if (moved > largest) largest = moved;
      after[i] = score;
    }
    scores = after;
    if (largest > STILL) rounds += 1;
    if (largest <= SETTLED) break;
  }
  return { scores, rounds };
};

const lines = (pairs) => {
  const x = [], y = [];
  for (const [i, j] of pairs) {
    x.push(SPOTS[i][0], (SPOTS[i][0] + SPOTS[j][0]) * BEND, SPOTS[j][0], null);
    y.push(SPOTS[i][1], (SPOTS[i][1] + SPOTS[j][1]) * BEND, SPOTS[j][1], null);
  }
  return { x, y };
};

const spots = (chosen) => ({ x: chosen.map((i) => SPOTS[i][0]), y: chosen.map((i) => SPOTS[i][1]) });

exports.run = (params) => {
  const next = stream(params.seed);
  const own = Array.from({ length: PEOPLE }, () => 45 + Math.floor(next() * 41));
  const tied = ring(params.friends, params.far / 100, next);
  const fallen = params.who - 1;
  const { weight, least, guess } = params;
  const friends = tied[fallen];
  const before = settle(own, tied, weight, own).scores;
  const lowered = own.slice();
  lowered[fallen] = Math.max(0, own[fallen] - params.fall);
  const kept = settle(lowered, tied, weight, before);
  const gains = friends.map((friend) => {
    const fewer = tied.slice();
    cut(fewer, friend, fallen);
    return hundredths(settle(lowered, fewer, weight, kept.scores).scores[friend] - kept.scores[friend]);
  });
  const alone = tied.slice();
  for (const friend of friends) cut(alone, friend, fallen);
  const dropped = settle(lowered, alone, weight, kept.scores);
  const after = params.drop ? dropped : kept;
  const losses = before.map((score, i) => hundredths(score - after.scores[i]));
  const untouched = [], marked = [];
  let shared = 0, worst = 0;
  losses.forEach((loss, i) => {
    if (i === fallen) return;
    shared += loss;
    worst = Math.max(worst, loss);
    (loss >= least ? marked : untouched).push(i);
  });
  const ties = [], ownTies = [];
  tied.forEach((list, i) => list.forEach((j) => { if (i < j) (i === fallen || j === fallen ? ownTies : ties).push([i, j]); }));
  const sum = (of) => friends.reduce((total, friend) => of(total, friend), 0);
  const among = Math.max(1, friends.length);
  return {
    own, before, after: after.scores, losses, fallen: fallen + 1, friends: friends.map((i) => i + 1), marked: marked.map((i) => i + 1),
    others: marked.length, rounds: after.rounds, fell_own: own[fallen] - lowered[fallen], fell: losses[fallen],
    fell_kept: hundredths(before[fallen] - kept.scores[fallen]), fell_dropped: hundredths(before[fallen] - dropped.scores[fallen]),
    shared: hundredths(shared), worst,
    friend_loss: hundredths(sum((total, i) => total + before[i] - kept.scores[i]) / among),
    friend_gain: hundredths(gains.reduce((total, gain) => total + gain, 0) / among),
    friend_back: hundredths(sum((total, i) => total + dropped.scores[i] - kept.scores[i]) / among),
    gains, gainers: gains.filter((gain) => gain > 0).length,
    tie_lines: lines(ties), kept_lines: lines(params.drop ? [] : ownTies), cut_lines: lines(params.drop ? ownTies : []),
    untouched_spots: spots(untouched), marked_spots: spots(marked), fallen_spots: spots([fallen]),
    marked_label: [marked.length], untouched_label: [untouched.length], fallen_label: [Math.floor(losses[fallen] * 10 + 0.5) / 10],
    least_label: [least], guess_label: guess >= 0 ? [guess] : [], guess_at: guess >= 0 ? [1] : [],
  };
};
