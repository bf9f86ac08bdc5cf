package dev.drydock.engine;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class DrydockTestEngineTest {

    @Scenarios("gallery")
    private static final class Gallery {}

    @Scenarios("nowhere")
    private static final class Nowhere {}

    private static EngineTestKit.Builder engine() {
        return EngineTestKit.engine(DrydockTestEngine.ID);
    }

    @Test
    void runs_every_step_as_a_test() {
        Events tests = engine().selectors(selectClasspathResource("gallery/hello.scenario.yaml"))
                .execute()
                .testEvents();

        tests.assertStatistics(s -> s.started(2).succeeded(1).failed(1));
        tests.failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("step:2"),
                                finishedWithFailure(message(m -> m.contains("hello.scenario.yaml:18:19")))));
    }

    @Test
    void a_file_that_cannot_be_read_is_a_failing_test() {
        engine().selectors(selectClasspathResource("gallery/broken.scenario.yaml"))
                .execute()
                .testEvents()
                .assertStatistics(s -> s.started(1).failed(1))
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(m -> m.contains("broken.scenario.yaml:5:3") && m.contains("steps")))));
    }

    @Test
    void finds_the_files_that_a_class_names() {
        engine().selectors(selectClass(Gallery.class)).execute().testEvents().assertStatistics(s -> s.started(3));
    }

    @Test
    void a_folder_that_is_nowhere_is_a_failing_test() {
        engine().selectors(selectClass(Nowhere.class))
                .execute()
                .testEvents()
                .assertStatistics(s -> s.started(1).failed(1));
    }

    @Test
    void finds_the_files_of_a_package() {
        engine().selectors(selectPackage("gallery")).execute().testEvents().assertStatistics(s -> s.started(3));
    }

    @Test
    void runs_one_step_again_by_its_unique_id() {
        String id = engine()
                .selectors(selectClasspathResource("gallery/hello.scenario.yaml"))
                .execute()
                .testEvents()
                .succeeded()
                .stream()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getUniqueId)
                .findFirst()
                .orElseThrow()
                .toString();

        engine().selectors(selectUniqueId(id))
                .execute()
                .testEvents()
                .assertStatistics(s -> s.started(1).succeeded(1));
    }
}
