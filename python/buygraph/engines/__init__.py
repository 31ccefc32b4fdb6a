"""Engines that people already run: forecasts in the SQL of DuckDB and on the machines of Spark."""
