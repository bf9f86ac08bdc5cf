package dev.drydock.kustomize;

/** Objects that many tests build with. */
public final class Samples {

    /** A ConfigMap named cm. */
    public static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: cm
            data:
              a: b
            """;

    /** A Deployment named web with one container and a reference to the ConfigMap. */
    public static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 1
              template:
                spec:
                  containers:
                  - name: main
                    image: nginx:1.0
                    env:
                    - name: A
                      value: "1"
                    envFrom:
                    - configMapRef:
                        name: cm
            """;

    private Samples() {}
}
