package dev.drydock.scenario.run;

import dev.drydock.scenario.Check;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges {@code inventory}. An entry is named as the inventory has it, {@code namespace_name_group_Kind}, with or without
 * {@code @version}, or as targets are, {@code Kind.group/namespace/name}.
 */
final class InventoryCheck {

    private InventoryCheck() {}

    static Finding judge(Check.OfInventory check, World world) {
        String title = "inventory of " + check.of();
        Optional<MapNode> object = world.object(check.of());
        List<String> found = new ArrayList<>();
        object.ifPresent(o -> {
            for (Node entry : o.findList("status", "inventory", "entries")) {
                found.add(entry.findText("id") + "@" + entry.findText("v"));
            }
        });
        List<String> all = check.exactly();
        List<String> wanted = all == null ? check.contains() : all;
        List<String> missing = wanted.stream()
                .filter(entry -> found.stream().noneMatch(id -> names(entry, id)))
                .toList();
        List<String> unwanted = all == null
                ? List.of()
                : found.stream()
                        .filter(id -> all.stream().noneMatch(entry -> names(entry, id)))
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

    private static boolean names(String entry, String id) {
        String bare = id.substring(0, id.lastIndexOf('@'));
        if (entry.equals(id) || entry.equals(bare)) {
            return true;
        }
        String[] parts = bare.split("_", -1);
        if (!entry.contains("/") || parts.length != 4) {
            return false;
        }
        Target target;
        try {
            target = Target.parse(entry);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return target.kind().equals(parts[3])
                && (target.group().isEmpty() || target.group().equals(parts[2]))
                && target.name().equals(parts[1].replace("__", ":"))
                && target.namespace().equals(parts[0]);
    }
}
