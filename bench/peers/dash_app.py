"""The same figure, model and slider as a Dash app: `python dash_app.py FOLDER`, where `peer.json` and `model.py` lie.

Run by the interpreter that has Dash, in a process of its own, with nothing of ours to import. Prints its port once it serves.
"""

import json
import re
import sys
from pathlib import Path

from dash import Dash, Input, Output, dcc, html
from werkzeug.serving import make_server

folder = Path(sys.argv[1])
peer = json.loads((folder / "peer.json").read_text(encoding="utf-8"))
model: dict = {"__name__": "model"}
exec(compile((folder / "model.py").read_text(encoding="utf-8"), "model.py", "exec"), model)
slider = peer["slider"]


def steps(place: str) -> list:
    return [int(step) if step.isdigit() else step for step in re.findall(r"[A-Za-z_][\w-]*|\d+", place)]


def entry(whole, path: list):
    for step in path:
        whole = whole[step]
    return whole


app = Dash(__name__, serve_locally=True)
app.layout = html.Div(
    [
        html.H1(peer["title"]),
        dcc.Slider(slider["low"], slider["high"], slider["step"], value=slider["default"], id="slider", updatemode="drag"),
        dcc.Graph(id="picture", config={"displayModeBar": False}),
    ]
)


@app.callback(Output("picture", "figure"), Input("slider", "value"))
def draw(value):
    result = model["run"]({**peer["params"], slider["name"]: value}, peer["data"])
    figure = peer["figure"]
    for target, source in peer["bindings"]:
        *path, last = steps(target)
        entry(figure, path)[last] = entry(result, steps(source))
    return figure


if __name__ == "__main__":
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    print(server.server_port, flush=True)
    server.serve_forever()
