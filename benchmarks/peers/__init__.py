"""sitegen beside other generators, on the same archive and the same pages as near as each allows."""
