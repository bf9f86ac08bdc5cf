package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Defaults of kinds that need only a few. */
final class OtherDefaults {

    private OtherDefaults() {}

    /** The text of stringData goes into data, whose form is base64 (pkg/apis/core/v1/conversion.go). */
    static MapNode secret(MapNode object) {
        MapNode filled = Fill.absent(object, "type", "Opaque");
        if (!(object.get("stringData") instanceof MapNode texts)) {
            return filled;
        }
        MapNode[] data = {object.findMap("data")};
        texts.forEach((key, value) -> {
            if (value instanceof ScalarNode scalar && scalar.isString()) {
                byte[] bytes = scalar.stringValue().getBytes(StandardCharsets.UTF_8);
                data[0] = data[0].with(key, Base64.getEncoder().encodeToString(bytes));
            }
        });
        filled = filled.without("stringData");
        return data[0].isEmpty() ? filled : filled.with("data", data[0]);
    }

    static MapNode storageClass(MapNode object) {
        return Fill.absent(Fill.absent(object, "reclaimPolicy", "Delete"), "volumeBindingMode", "Immediate");
    }

    /** Pods may take all that a node has when it does not say otherwise. */
    static MapNode node(MapNode object) {
        return Fill.in(object, "status", status -> {
            Node capacity = status.get("capacity");
            MapNode filled =
                    capacity == null || capacity.isNull() ? status : Fill.absent(status, "allocatable", capacity);
            return Fill.amounts(filled, "capacity", "allocatable");
        });
    }

    static MapNode quota(MapNode object) {
        return Fill.in(object, "spec", spec -> Fill.amounts(spec, "hard"));
    }

    static MapNode priorityClass(MapNode object) {
        return Fill.absent(object, "preemptionPolicy", "PreemptLowerPriority");
    }

    /** What a container may use at most is what it uses when it says nothing (pkg/apis/core/v1/defaults.go). */
    static MapNode limitRange(MapNode object) {
        return Fill.in(
                object,
                "spec",
                spec -> Fill.each(spec, "limits", given -> {
                    MapNode item =
                            Fill.amounts(given, "max", "min", "default", "defaultRequest", "maxLimitRequestRatio");
                    if (!Fill.is(item, "type", "Container")) {
                        return item;
                    }
                    MapNode filled = spread(item, "max", "default");
                    filled = spread(filled, "default", "defaultRequest");
                    return spread(filled, "min", "defaultRequest");
                }));
    }

    private static MapNode spread(MapNode item, String from, String to) {
        MapNode[] target = {item.findMap(to)};
        item.findMap(from).forEach((resource, quantity) -> {
            if (!target[0].has(resource)) {
                target[0] = target[0].with(resource, quantity);
            }
        });
        return target[0].isEmpty() ? item : item.with(to, target[0]);
    }

    static MapNode customResourceDefinition(MapNode object) {
        return Fill.into(object, "spec", spec -> {
            MapNode filled = Fill.into(spec, "names", names -> {
                String kind = names.findString("kind");
                if (kind == null || kind.isEmpty()) {
                    return names;
                }
                MapNode named = Fill.absent(names, "singular", kind.toLowerCase(Locale.ROOT));
                return Fill.absent(named, "listKind", kind + "List");
            });
            filled = Fill.absent(filled, "conversion", MapNode.of("strategy", "None"));
            return Fill.in(
                    filled,
                    "conversion",
                    conversion -> Fill.in(
                            conversion,
                            "webhook",
                            webhook -> Fill.in(
                                    webhook,
                                    "clientConfig",
                                    config ->
                                            Fill.in(config, "service", service -> Fill.absent(service, "port", 443)))));
        });
    }

    static MapNode apiService(MapNode object) {
        return Fill.in(object, "spec", spec -> Fill.in(spec, "service", service -> Fill.absent(service, "port", 443)));
    }

    static MapNode flowSchema(MapNode object) {
        Node precedence = ScalarNode.of(1000);
        return Fill.into(object, "spec", spec -> Fill.empty(spec, "matchingPrecedence", precedence));
    }
}
