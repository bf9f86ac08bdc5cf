package dev.drydock.scenarios;

import dev.drydock.engine.Scenarios;

/** Runs the whole gallery: what the article claims, and every recorded run. */
@Scenarios({"article", "recorded"})
class ScenariosTest {}
