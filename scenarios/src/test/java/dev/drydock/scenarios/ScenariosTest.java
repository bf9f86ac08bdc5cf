package dev.drydock.scenarios;

import dev.drydock.engine.Scenarios;

/** Runs the whole gallery: what the article claims, every recorded run, and examples of the format. */
@Scenarios({"article", "examples", "recorded"})
class ScenariosTest {}
