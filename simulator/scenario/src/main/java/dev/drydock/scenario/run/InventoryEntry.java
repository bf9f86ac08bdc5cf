package dev.drydock.scenario.run;

import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The entries of inventories. One is named as the inventory has it, {@code namespace_name_group_Kind}, with or without
 * {@code @version}, or as targets are, {@code Kind.group/namespace/name}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InventoryEntry {

    private InventoryEntry() {}

    /** The entries of an object, {@code id@version}. */
    public static List<String> of(MapNode object) {
        return object.findList("status", "inventory", "entries").stream()
                .map(entry -> entry.findText("id") + "@" + entry.findText("v"))
                .toList();
    }

    /** Whether a spelling names an entry {@code id@version}. */
    public static boolean names(String entry, String id) {
        String bare = id.substring(0, id.lastIndexOf('@'));
        if (entry.equals(id) || entry.equals(bare)) {
            return true;
        }
        int kind = bare.lastIndexOf('_');
        int group = bare.lastIndexOf('_', kind - 1);
        int name = bare.indexOf('_');
        if (!entry.contains("/") || name < 0 || group <= name) {
            return false;
        }
        Target target;
        try {
            target = Target.parse(entry);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return target.kind().equals(bare.substring(kind + 1))
                && (target.group().isEmpty() || target.group().equals(bare.substring(group + 1, kind)))
                && target.name().equals(bare.substring(name + 1, group).replace("__", ":"))
                && target.namespace().equals(bare.substring(0, name));
    }
}
