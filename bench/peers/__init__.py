"""The same figure and slider made in other ways; each module makes its files in a folder of its own under `.kept/bench/`."""
