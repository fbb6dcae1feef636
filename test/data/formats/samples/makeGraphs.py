"""Writes the graphs called friends beside this file. NetworkX 3.6.1, Python 3.11.

    python makeGraphs.py && npx prettier --write friends.node-link.json
"""

import json
import math
from pathlib import Path

import networkx as nx

here = Path(__file__).parent

g = nx.Graph(name="seven friends")
for i, (who, age) in enumerate([("Ann", 31), ("Bjørn", 8), ("<b>Cid</b>", 55), ("Dot & co", 19), ("Eve", 40), ("Fay", 3), ("Gus", 77)]):
    g.add_node(i, who=who, age=age, score=i / 4, seen=i % 2 == 0, group="ab"[i % 2])
for a, b in [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (5, 3), (6, 6)]:
    g.add_edge(a, b, weight=1 + a / 2, kind="tie" if a < 3 else "bond")

nx.write_gexf(g, here / "friends.gexf")
nx.write_graphml(g, here / "friends.graphml")
nx.write_edgelist(g, here / "friends.edgelist")
nx.write_weighted_edgelist(g, here / "friends.weighted.edgelist")

h = nx.MultiDiGraph(g)
h.nodes[0]["score"] = math.nan
h.nodes[1]["score"] = math.inf
for node in h:
    h.nodes[node]["x"] = [node, 0.5, -1]
(here / "friends.node-link.json").write_text(json.dumps(nx.node_link_data(h, edges="links")))
(here / "friends.cyjs").write_text(json.dumps(nx.cytoscape_data(g)))
