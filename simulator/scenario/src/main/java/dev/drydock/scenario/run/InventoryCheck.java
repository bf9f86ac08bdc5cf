package dev.drydock.scenario.run;

import dev.drydock.scenario.Check;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges {@code inventory}. */
final class InventoryCheck {

    private InventoryCheck() {}

    static Finding judge(Check.OfInventory check, World world) {
        String title = "inventory of " + check.of();
        Optional<MapNode> object = world.object(check.of());
        List<String> found = new ArrayList<>();
        object.ifPresent(o -> found.addAll(InventoryEntry.of(o)));
        List<String> all = check.exactly();
        List<String> wanted = all == null ? check.contains() : all;
        List<String> missing = wanted.stream()
                .filter(entry -> found.stream().noneMatch(id -> InventoryEntry.names(entry, id)))
                .toList();
        List<String> unwanted = all == null
                ? List.of()
                : found.stream()
                        .filter(id -> all.stream().noneMatch(entry -> InventoryEntry.names(entry, id)))
                        .toList();
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", (all == null ? "contains " : "exactly ") + String.join(", ", wanted)));
        lines.add(new Finding.Line(
                "found", object.isEmpty() ? "no such object" : found.isEmpty() ? "nothing" : String.join(", ", found)));
        if (object.isEmpty()) {
            world.nearest(check.of()).ifPresent(near -> lines.add(new Finding.Line("nearest", near)));
        }
        if (!missing.isEmpty()) {
            lines.add(new Finding.Line("missing", String.join(", ", missing)));
        }
        if (!unwanted.isEmpty()) {
            lines.add(new Finding.Line("too many", String.join(", ", unwanted)));
        }
        boolean right = object.isPresent() && missing.isEmpty() && unwanted.isEmpty();
        return new Finding(right ? Verdict.HELD : Verdict.FAILED, title, check.location(), lines);
    }
}
