package example;

import dev.drydock.engine.Scenarios;

@Scenarios("src/test/resources/example")
class ScenariosTest {}
