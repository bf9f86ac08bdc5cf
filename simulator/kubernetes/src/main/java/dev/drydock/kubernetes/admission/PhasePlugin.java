package dev.drydock.kubernetes.admission;

/** A plugin that gives one answer, in the mutating or in the validating phase. */
abstract class PhasePlugin implements AdmissionPlugin {

    private final boolean mutating;
    private final String name;

    PhasePlugin(boolean mutating, String name) {
        this.mutating = mutating;
        this.name = name;
    }

    abstract AdmissionResult answer(AdmissionRequest request);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final AdmissionResult mutate(AdmissionRequest request) {
        return mutating ? answer(request) : AdmissionResult.unchanged(request);
    }

    @Override
    public final AdmissionResult validate(AdmissionRequest request) {
        return mutating ? AdmissionResult.unchanged(request) : answer(request);
    }
}
