package dev.drydock.engine;

import dev.drydock.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One scenario of a file; its labels are tags, as values and as {@code key=value}. */
final class ScenarioDescriptor extends AbstractTestDescriptor {

    static final String SEGMENT = "scenario";

    private final Scenario scenario;

    ScenarioDescriptor(UniqueId id, Scenario scenario, Path file, String shownFile) {
        super(id, shownFile + " › " + scenario.name(), StepDescriptor.sourceOf(file, scenario.location()));
        this.scenario = scenario;
    }

    Scenario scenario() {
        return scenario;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new LinkedHashSet<>();
        scenario.labels().forEach((key, value) -> {
            for (String tag : new String[] {value, key + "=" + value}) {
                if (TestTag.isValid(tag)) {
                    tags.add(TestTag.create(tag));
                }
            }
        });
        return tags;
    }
}
