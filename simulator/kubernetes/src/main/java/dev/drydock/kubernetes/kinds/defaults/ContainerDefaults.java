package dev.drydock.kubernetes.kinds.defaults;

import dev.drydock.yaml.MapNode;

/** Defaults of containers, their probes and handlers (pkg/apis/core/v1/defaults.go). */
final class ContainerDefaults {

    private static final String[] PROBES = {"livenessProbe", "readinessProbe", "startupProbe"};

    private ContainerDefaults() {}

    static MapNode apply(MapNode container) {
        String image = container.findText("image");
        boolean latest = ImageTags.isLatest(image);
        MapNode filled = Fill.absent(container, "imagePullPolicy", latest ? "Always" : "IfNotPresent");
        filled = Fill.absent(filled, "terminationMessagePath", "/dev/termination-log");
        filled = Fill.absent(filled, "terminationMessagePolicy", "File");
        filled = Fill.each(filled, "ports", port -> Fill.absent(port, "protocol", "TCP"));
        filled = Fill.each(filled, "env", env -> Fill.in(env, "valueFrom", ContainerDefaults::source));
        filled = Fill.in(filled, "resources", resources -> Fill.amounts(resources, "limits", "requests"));
        for (String probe : PROBES) {
            filled = Fill.in(filled, probe, ContainerDefaults::probe);
        }
        return Fill.in(
                filled,
                "lifecycle",
                lifecycle -> Fill.in(
                        Fill.in(lifecycle, "postStart", ContainerDefaults::handler),
                        "preStop",
                        ContainerDefaults::handler));
    }

    private static MapNode source(MapNode source) {
        return Fill.in(source, "fieldRef", ContainerDefaults::fieldRef);
    }

    static MapNode fieldRef(MapNode reference) {
        return Fill.absent(reference, "apiVersion", "v1");
    }

    private static MapNode handler(MapNode handler) {
        MapNode filled = Fill.in(handler, "httpGet", get -> Fill.empty(Fill.empty(get, "path", "/"), "scheme", "HTTP"));
        return Fill.in(filled, "grpc", grpc -> Fill.absent(grpc, "service", ""));
    }

    private static MapNode probe(MapNode probe) {
        MapNode filled = handler(probe);
        filled = Fill.absent(filled, "timeoutSeconds", 1);
        filled = Fill.absent(filled, "periodSeconds", 10);
        filled = Fill.absent(filled, "successThreshold", 1);
        return Fill.absent(filled, "failureThreshold", 3);
    }
}
