"""One record sent through the agencies: who receives it, who never does, what is published."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Guess, Range

FIRST, LAST = 2012, 2026
LONGEST = 14  # steps of the longest route; a test keeps it so

# Boxes: id, agency (row of the table `agencies`, or "" where none is named), column, across, height, label, name in a
# sentence. One box may stand for an agency in two columns: a bank sends data and receives them.
SOURCE, HUB, USER = 3, 36, 97
NODES: tuple[tuple[str, str, str, float, float, str, str], ...] = (
    ("courts", "local-courts", "source", SOURCE, 6, "Court", "the court"),
    ("tax", "sta", "source", SOURCE, 4.85, "Tax<br>office", "the tax office"),
    ("bank", "lenders", "source", SOURCE, 3.7, "Lender", "the lender"),
    ("bus", "", "source", SOURCE, 2.55, "Bus<br>firm", "the bus firm"),
    ("shop", "", "source", SOURCE, 1.4, "Shop<br>or app", "the shop or app"),
    ("database", "supreme-court", "hub", HUB, 6, "Court<br>database", "the top court’s database"),
    ("platform", "ncisp", "hub", HUB, 5, "National<br>platform", "the national platform"),
    ("site", "credit-china", "hub", HUB, 4, "Credit<br>China", "Credit China"),
    ("local", "provinces", "hub", HUB, 3, "Local<br>platforms", "local platforms"),
    ("firms", "necips", "hub", HUB, 2, "Company<br>register", "the company register"),
    ("loans", "ccrc", "hub", HUB, 1, "Loan<br>register", "the loan register"),
    ("air", "caac", "user", USER, 6.1, "Airlines", "airlines"),
    ("rail", "railways", "user", USER, 5.25, "Railways", "railways"),
    ("departments", "departments", "user", USER, 4.4, "Departments", "departments"),
    ("lenders", "lenders", "user", USER, 3.55, "Lenders", "lenders"),
    ("buyers", "public-buyers", "user", USER, 2.7, "State buyers", "state buyers"),
    ("recruiters", "civil-service", "user", USER, 1.85, "Recruiters", "civil-service recruiters"),
    ("raters", "credit-firms", "user", USER, 1, "Credit firms", "private credit firms"),
    ("public", "public", "user", USER, 0.15, "The public", "the public"),
)
BOXES = [node for node in NODES if node[2] != "source"]
# boxes that are themselves sites where anyone can look (their rows in `agencies` say so)
SITES = ("database", "site", "firms")

# A step: (row of `flows`, box it leaves, box it reaches, why it is not certain: a key of WORDS or ""). A step without a
# row is a flow that was looked for and not found; its fifth entry names what was read instead.
ROUTES: dict[str, tuple[tuple, ...]] = {
    "court": (
        ("court-decisions", "courts", "database", ""),
        ("court-to-agencies", "courts", "departments", ""),
        ("court-to-banks", "courts", "lenders", ""),
        ("court-to-register", "courts", "loans", ""),
        ("court-to-air", "database", "air", ""),
        ("court-to-rail", "database", "rail", ""),
        ("court-to-platform", "database", "platform", ""),
        ("platform-to-site", "platform", "site", ""),
        ("site-to-public", "site", "public", ""),
        ("lists-to-buyers", "site", "buyers", ""),
        ("platform-to-firms", "platform", "raters", ""),
        ("evaluation-to-provinces", "platform", "local", "doubt_grade"),
        ("provinces-to-departments", "local", "departments", "doubt_grade"),
        ("lists-to-recruiters", "site", "recruiters", "doubt_recruiters"),
    ),
    "tax": (
        ("tax-to-platform", "tax", "platform", ""),
        ("double-publicity", "tax", "site", ""),
        ("departments-to-necips", "tax", "firms", ""),
        ("platform-to-site", "platform", "site", ""),
        ("site-to-public", "site", "public", ""),
        ("lists-to-buyers", "site", "buyers", ""),
        ("platform-to-firms", "platform", "raters", ""),
        ("evaluation-to-provinces", "platform", "local", "doubt_grade"),
        ("provinces-to-departments", "local", "departments", "doubt_grade"),
        ("tax-to-banks", "tax", "lenders", "doubt_good"),
    ),
    "fare": (
        ("", "bus", "local", "gap_fare", "wsj2016"),
        ("provinces-to-platform", "local", "platform", "doubt_local"),
    ),
    "loan": (
        ("loans-to-register", "bank", "loans", ""),
        ("register-to-lenders", "loans", "lenders", ""),
        ("register-to-agencies", "loans", "departments", "doubt_query"),
        ("", "loans", "platform", "gap_loan", "zhengxin2013"),
        ("", "loans", "site", "gap_loan_site", "zhengxin2013"),
    ),
    "shopping": (
        ("", "shop", "platform", "gap_shop", "antletter2017"),
        ("", "shop", "loans", "gap_shop_loans", "zhengxin2013"),
    ),
}
ONLY_PEOPLE = ("fare", "shopping")
# rows on organisations that people's records may have gone along with until then
PEOPLE_UNTIL = {"platform-to-site": 2025, "site-to-public": 2025}
PEOPLE = ("people", "person", "staff", "borrowers")
COMPANIES = ("companies", "organisations", "employers", "borrowers", "suppliers")

WORDS = {
    "sources_between": "; ",
    "nothing": "–",
    "record_court": "court debt",
    "record_tax": "grave tax penalty",
    "record_fare": "dodged bus fare",
    "record_loan": "loan default",
    "record_shopping": "shopping habit",
    "about_person": "a person",
    "about_company": "a company",
    "say_mended": "Only people dodge fares and have shopping habits here, so a person is shown.",
    "say_start": "Nothing is sent yet: the {record} of {about} lies with {source}.",
    "say_nobody": "By step {step} of {steps}, in {year}, no evidence shows that the {record} of {about} has left "
    "{source}.",
    "say_reached_one": "By step {step} of {steps}, in {year}, the {record} of {about} has reached one box: {reached}.",
    "say_reached_other": "By step {step} of {steps}, in {year}, the {record} of {about} has reached {n} boxes: "
    "{reached}.",
    "say_public": "A row on the way says that it is published.",
    "say_not_public": "No row on the way says that it is published.",
    "say_never": "Not reached by then: {never}.",
    "say_guess": "You guessed {guess}.",
    "say_step": "Step {step}, {from} to {to}: ",
    "say_sent": "sent. {what} ({level}, since {since}; grade {grade}; {sources}).",
    "say_later": "not yet in force in {year}. The row begins in {since} ({level}; grade {grade}; {sources}).",
    "say_other": "not sent. The row covers {whom}{aside} ({level}, since {since}; grade {grade}; {sources}).",
    "say_cut": "nothing to pass on, since the sender has not received it "
    "({level}, since {since}; grade {grade}; {sources}).",
    "say_open": "not settled. {reason} ({level}, since {since}; grade {grade}; {sources}).",
    "say_gap": "no flow found. {reason} (read: {sources}).",
    "row_way": "{from} → {to}",
    "row_sent": "sent",
    "row_later": "not yet in force in {year}",
    "row_other": "not sent: covers {whom}",
    "row_cut": "nothing to pass on",
    "row_open": "not settled: {reason}",
    "row_gap": "no flow found: {reason}",
    "row_rule": "{level}, since {since}; grade {grade}; {sources}",
    "row_no_rule": "none found; read: {sources}",
    "row_unsent": "nothing sent yet",
    "row_never": "not reached so far",
    "aside_people": ". Since 1 April 2026 Credit China in principle does not show people’s records",
    "doubt_people": "The row names organisations. Before April 2026 people’s records could be shown too; "
    "no row on this way was read",
    "doubt_grade": "What travels here is a grade made from many records, not this record",
    "doubt_recruiters": "The bar stands in the law; how recruiters check was not read",
    "doubt_good": "Good tax grades are sent for loans; nothing read says that a penalty is",
    "doubt_local": "The row says local records and not which; nothing read says that fares are among them",
    "doubt_query": "State bodies may ask where a law says so, and the bank shares something; what was not said",
    "gap_fare": "A newspaper wrote in 2016 that subway-fare evaders in Hangzhou could lose points; "
    "no rule on fares was read",
    "gap_loan": "The regulation keeps financial credit reporting and the records of state bodies apart",
    "gap_loan_site": "Reports from the register go to lenders, with consent, and to the person",
    "gap_shop": "A private score used shopping data of its own users; no such use by the state was found",
    "gap_shop_loans": "The register collects loans",
}


def routes(evidence: Any) -> dict:
    """The boxes, and for each record its steps with the rows of `flows` on which they rest."""
    agencies = {row["id"]: row for row in evidence.rows("agencies")}
    nodes = [
        {"id": name, "column": column, "x": x, "y": y, "said": said, "shows": int(name in SITES)}
        for name, _, column, x, y, _, said in NODES
    ]
    named = {name: agencies[agency]["name"] if agency else said for name, agency, _, _, _, _, said in NODES}
    found = {}
    for record, steps in ROUTES.items():
        found[record] = {
            "source": steps[0][1],
            "only_people": record in ONLY_PEOPLE,
            "steps": [_step(evidence, named, agencies, *step) for step in steps],
        }
    return {"nodes": nodes, "routes": found}


def _step(
    evidence: Any, named: dict, agencies: dict, row: str, start: str, end: str, doubt: str, read: str = ""
) -> dict:
    """One step with its row of `flows` in full, or, without a row, with what was read instead."""
    common = {"row": row, "from": start, "to": end, "doubt": doubt, "people_until": PEOPLE_UNTIL.get(row, 0)}
    if not row:
        return {
            **common,
            "sender": named[start],
            "receiver": named[end],
            "what": "",
            "whom": "",
            "published": "",
            "level": "",
            "since": "",
            "grade": "",
            "year": 0,
            "people": True,
            "companies": True,
            "sources": [evidence.sources[read].label],
        }
    flow = evidence.row("flows", row)
    return {
        **common,
        "sender": agencies[flow["sender"][0]]["name"],
        "receiver": agencies[flow["receiver"][0]]["name"],
        "what": flow["what"],
        "whom": flow["whom"],
        "published": flow["published"],
        "level": flow["level"],
        "since": dates.worded(flow["from"]),
        "grade": flow["grade"],
        "year": dates.earliest(flow["from"]).year,
        "people": any(word in flow["whom"] for word in PEOPLE),
        "companies": any(word in flow["whom"] for word in COMPANIES),
        "sources": [evidence.sources[key].label for key in flow["sources"]],
    }


GOT, UNSETTLED, NOT, NOW, PAPER = "@calm", "@warn", "@muted-mark", "@accent", "@paper"


def draw(params: dict, result: dict, data: dict):
    """Three columns of boxes; lines at right angles, solid where the record went; numbers are steps."""
    traces = [
        _line(result["dot"], NOT, 1.5, "dot"),
        _line(result["dash"], UNSETTLED, 1.5, "dash"),
        _line(result["solid"], GOT, 2, "solid"),
        _line(result["now"], NOW, 4, result["now"]["dash"]),
        _marks(result["idle"], _mark("circle", 8, PAPER, NOT)),
        _marks(result["hollow"], _mark("circle", 19, PAPER, UNSETTLED), "@ink"),
        _marks(result["got"], _mark("square", 19, GOT, PAPER), PAPER),
        _marks(result["start"], _mark("diamond", 17, NOW, PAPER)),
        _labels("source", "top right"),
        _labels("hub", "top right"),
        _labels("user", "top left"),
        words(
            [0, HUB - 3, 100],
            [7.25, 7.25, 7.25],
            ["<b>Source</b>", "<b>Registers, sites</b>", "<b>Users</b>"],
            "@quiet",
            ["middle right", "middle right", "middle left"],
        ),
        words([HUB], [0], ["direct"], "@quiet", "top right"),
        _key(0, -0.75, "square", GOT, GOT, "has it (number: the step)"),
        _key(0, -1.2, "circle", PAPER, UNSETTLED, "dashed: not settled · dotted: not sent"),
        _key(0, -1.65, "diamond", NOW, NOW, "starts here; thick line: this step"),
        {
            **words(result["guess"]["x"], result["guess"]["y"], [], position="middle left"),
            "texttemplate": "your guess: %{customdata}",
            "customdata": result["guess"]["number"],
        },
    ]
    return figure(
        traces,
        x=hidden(range=[0, 100]),
        y=hidden(range=[-1.95, 7.5]),
        margin={"l": 6, "r": 6, "t": 2, "b": 2},
    )


def _line(at: dict, colour: str, width: float, dash: str) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": at["x"],
        "y": at["y"],
        "line": {"color": colour, "width": width, "dash": dash},
    }


def _mark(symbol: str, size: float, colour: str, edge: str) -> dict:
    return {"symbol": symbol, "size": size, "color": colour, "opacity": 1, "line": {"color": edge, "width": 1.5}}


def _marks(at: dict, marker: dict, number: str = "") -> dict:
    """Marks; `number` is the colour of the numbers in them, if they have any."""
    trace = {"type": "scatter", "mode": "markers", "x": at["x"], "y": at["y"], "marker": marker, "cliponaxis": False}
    if number:
        trace |= {
            "mode": "markers+text",
            "text": at["number"],
            "textposition": "middle center",
            "textfont": {"size": 12, "color": number},
        }
    return trace


def _labels(column: str, side: str) -> dict:
    """The labels of a column stand above the lines, a little off their boxes."""
    chosen = [node for node in NODES if node[2] == column]
    off = -3.4 if column == "user" else 3.4
    across, up = [node[3] + off for node in chosen], [node[4] + 0.1 for node in chosen]
    return words(across, up, [node[5] for node in chosen], position=side)


def _key(x: float, y: float, symbol: str, colour: str, edge: str, text: str) -> dict:
    return {
        **words([x + SOURCE], [y], ["  " + text]),
        "mode": "markers+text",
        "marker": _mark(symbol, 13, colour, edge),
    }


DRAWN = ("dot", "dash", "solid", "now", "idle", "hollow", "got", "start")  # the first traces, as the result names them

EXPLORABLE = Explorable(
    name="send-a-record",
    title="A court’s listing travels far, a loan default stays on its own track, and no route was found for shopping",
    model="send_a_record",
    controls=(
        Guess(
            "guess",
            f"By the step set below, how many of the {len(BOXES)} boxes in the middle and on the right has the record reached?",
            0,
            len(BOXES),
            1,
            why="What decides where it stops?",
        ),
        Choice(
            "record",
            "Record",
            "court",
            {
                "court": "a court debt (listed as defaulter)",
                "tax": "a grave tax penalty",
                "fare": "a bus fare dodged in a scoring city",
                "loan": "a loan default",
                "shopping": "a shopping habit",
            },
        ),
        Choice("about", "Whose", "person", {"person": "a person’s", "company": "a company’s"}),
        Range("year", "At the end of", 2026, FIRST, LAST, 1, help="2026: on 22 November."),
        Range("step", "Steps taken", 8, 0, LONGEST, 1, help="Start at 0 and go up. A shorter route ends sooner. A step is not a box: two steps can lead to one."),
    ),
    figure=draw,
    bindings=(
        *(Bind(f"data[{place}].{side}", f"{name}.{side}") for place, name in enumerate(DRAWN) for side in "xy"),
        Bind("data[3].line.dash", "now.dash"),
        Bind("data[16].x", "guess.x"),
        Bind("data[16].y", "guess.y"),
        Bind("data[16].customdata", "guess.number"),
        Bind("data[5].text", "hollow.number"),
        Bind("data[6].text", "got.number"),
    ),
    columns=("Step", "Way", "What is sent", "What happens", "Public somewhere", "Rule and sources"),
    words=WORDS,
    assumptions=(
        "A line is a duty or a report, as one row of the table of flows has it. It is not a measurement: whether data "
        "arrive, how fast and how complete, is another question.",
        "A step is taken only if the one before it on the same way was. One missing link stops all that hang on it.",
        "“No flow found” means that we looked and read none. One document would overturn it.",
        "A tax office counts as one of the departments that publish penalties. A grave penalty is one that puts a firm "
        "on the list of major violators; an ordinary one takes steps 2 and 3 only.",
        "A row that names companies and organisations is not stretched to people, nor one that names people to companies. Before "
        "April 2026 sites also showed people; no row on the platform’s part in that was read.",
        "“Public somewhere: yes” means that a site publishes the record, not that the public sees this box. A line to the "
        "public also stands for such a site.",
        "The order of the steps is ours. Several can happen on one day.",
    ),
    tries=(
        "Send the court debt in 2012, then move the year up. When do airlines get it, and when the national platform?",
        "Send the court debt as a person’s, then as a company’s. Which boxes change places?",
        "Send the loan default, then the shopping habit. Where does each stop?",
    ),
    discover="A court's listing reaches departments, lenders, carriers and the platform. A loan default stays with the "
    "loan register and lenders. For a fare and for shopping no flow was found.",
    alt="Three columns of boxes: sources on the left, registers and sites in the middle, users on the right. Solid "
    "lines lead from the court through its database to airlines, "
    "railways and the national platform, and past the middle to "
    "departments and lenders. The table lists every step.",
    sources=("spc2017defaulters", "zhengxin2013", "ndrc36", "liang2018"),
    data=routes,
    heights=(500, 500),
    caption="Each line is one row of the table of flows. Numbers are steps. Where no flow was found, no solid line is drawn.",
)
