package dev.drydock.kubernetes.controllers;

import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.Set;

/** The addresses of Pods, which the network of the stand-in gives out in order. */
final class PodAddresses {

    private static final int FIRST = 2;

    private PodAddresses() {}

    /** The first address that no Pod has. */
    static String free(LoopContext context) {
        Set<String> taken = new HashSet<>();
        for (MapNode pod : context.list(Kinds.POD, "")) {
            taken.add(pod.findText("status", "podIP"));
        }
        int number = FIRST;
        while (taken.contains(address(number))) {
            number++;
        }
        return address(number);
    }

    private static String address(int number) {
        return "10.244." + number / 256 + "." + number % 256;
    }
}
