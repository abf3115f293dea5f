"""Graphs as programs: short, with the graph's names, each printing the output's derivatives."""
