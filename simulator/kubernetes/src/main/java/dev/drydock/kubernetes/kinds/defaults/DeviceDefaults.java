package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;
import java.util.List;

/** Defaults of claims of devices, and of drivers of storage (pkg/apis/resource/v1/defaults.go, pkg/apis/storage/v1/defaults.go). */
final class DeviceDefaults {

    private DeviceDefaults() {}

    static MapNode claim(MapNode claim) {
        return Fill.in(claim, "spec", DeviceDefaults::spec);
    }

    static MapNode template(MapNode template) {
        return Fill.in(template, "spec", spec -> Fill.in(spec, "spec", DeviceDefaults::spec));
    }

    private static MapNode spec(MapNode spec) {
        return Fill.in(
                spec,
                "devices",
                devices -> Fill.each(devices, "requests", request -> {
                    MapNode filled = Fill.in(request, "exactly", DeviceDefaults::request);
                    return Fill.each(filled, "firstAvailable", DeviceDefaults::request);
                }));
    }

    private static MapNode request(MapNode request) {
        MapNode filled = Fill.absent(request, "allocationMode", "ExactCount");
        boolean counted = Fill.is(filled, "allocationMode", "ExactCount");
        Long count = filled.findLong("count");
        filled = counted && (count == null || count == 0) ? filled.with("count", 1) : filled;
        return Fill.each(filled, "tolerations", toleration -> Fill.absent(toleration, "operator", "Equal"));
    }

    static MapNode storageDriver(MapNode driver) {
        return Fill.into(driver, "spec", spec -> {
            MapNode filled = Fill.absent(spec, "attachRequired", true);
            for (String field : List.of("podInfoOnMount", "storageCapacity", "requiresRepublish", "seLinuxMount")) {
                filled = Fill.absent(filled, field, false);
            }
            filled = Fill.absent(filled, "fsGroupPolicy", "ReadWriteOnceWithFSType");
            return filled.findList("volumeLifecycleModes").isEmpty()
                    ? filled.with("volumeLifecycleModes", List.of("Persistent"))
                    : filled;
        });
    }

    /** A limited level borrows without limit, and rejects what it has no place for. */
    static MapNode priorityLevel(MapNode level) {
        return Fill.in(level, "spec", spec -> {
            MapNode filled = Fill.in(spec, "exempt", exempt -> {
                MapNode shares = Fill.absent(exempt, "nominalConcurrencyShares", 0);
                return Fill.absent(shares, "lendablePercent", 0);
            });
            return Fill.in(filled, "limited", limited -> {
                MapNode shares = Fill.absent(limited, "nominalConcurrencyShares", 30);
                shares = Fill.absent(shares, "lendablePercent", 0);
                return Fill.in(
                        shares,
                        "limitResponse",
                        response -> Fill.in(response, "queuing", queuing -> {
                            MapNode queue = Fill.empty(queuing, "handSize", 8);
                            queue = Fill.empty(queue, "queues", 64);
                            return Fill.empty(queue, "queueLengthLimit", 50);
                        }));
            });
        });
    }
}
