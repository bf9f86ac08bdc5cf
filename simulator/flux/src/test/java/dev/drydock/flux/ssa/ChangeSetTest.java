package dev.drydock.flux.ssa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeSetTest {

    private static final ChangeSet CHANGES = new ChangeSet(List.of(
            ChangeSet.Entry.of(Trees.object("apps/v1", "Deployment", "apps", "web"), Action.CREATED),
            ChangeSet.Entry.of(Trees.object("v1", "ConfigMap", "apps", "c"), Action.UNCHANGED)));

    @Test
    void the_event_names_only_what_changed() {
        assertThat(CHANGES.changeLog()).isEqualTo("Deployment/apps/web created");
        assertThat(CHANGES).hasToString("Deployment/apps/web created\nConfigMap/apps/c unchanged");
    }

    @Test
    void the_inventory_holds_all() {
        assertThat(CHANGES.inventory().entries())
                .extracting(Inventory.Entry::id)
                .containsExactlyInAnyOrder("apps_web_apps_Deployment", "apps_c__ConfigMap");
    }
}
