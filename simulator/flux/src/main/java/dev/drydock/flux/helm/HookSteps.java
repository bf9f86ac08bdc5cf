package dev.drydock.flux.helm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order in which hooks of an event run (helm pkg/action/hooks.go, execHookWithDelayedShutdown). */
final class HookSteps {

    private HookSteps() {}

    /**
     * The steps of an event.
     *
     * @param hooks the hooks that may run, in the order of their kinds
     * @param prefix words before an error
     */
    static List<Step> of(List<Hook> hooks, String event, String prefix) {
        List<Hook> running = hooks.stream()
                .filter(hook -> hook.runsAt(event))
                .sorted(Comparator.comparingInt(Hook::weight).thenComparing(Hook::name))
                .toList();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < running.size(); i++) {
            Hook hook = running.get(i);
            if (hook.isDeleted(Hook.BEFORE_CREATION)) {
                steps.add(new Step.DeleteHook(hook, Hook.BEFORE_CREATION, prefix, false));
            }
            steps.add(new Step.CreateHook(event, hook, prefix));
            steps.add(new Step.WatchHook(hook, running.subList(0, i), prefix));
        }
        for (int i = running.size() - 1; i >= 0; i--) {
            if (running.get(i).isDeleted(Hook.SUCCEEDED)) {
                steps.add(new Step.DeleteHook(running.get(i), Hook.SUCCEEDED, prefix, false));
            }
        }
        return steps;
    }

    /**
     * All the steps of an action: its own between the hooks of the events before and after, and the end.
     *
     * @param hooks the hooks that may run; none where they are switched off
     * @param prefix words before an error of a hook, with {@code %s} for the event
     */
    static List<Step> around(List<Hook> hooks, String action, String prefix, Step... own) {
        String before = "pre-" + action;
        String after = "post-" + action;
        List<Step> steps = new ArrayList<>(of(hooks, before, prefix.replace("%s", before)));
        steps.addAll(List.of(own));
        steps.addAll(of(hooks, after, prefix.replace("%s", after)));
        steps.add(new Step.Finish());
        return steps;
    }

    /** The steps after a hook failed. */
    static List<Step> afterFailure(Hook hook, List<Hook> earlier, String prefix, String error) {
        List<Step> steps = new ArrayList<>();
        if (hook.isDeleted(Hook.FAILED)) {
            steps.add(new Step.DeleteHook(hook, Hook.FAILED, prefix, true));
        }
        for (Hook other : earlier) {
            if (other.isDeleted(Hook.SUCCEEDED)) {
                steps.add(new Step.DeleteHook(other, Hook.SUCCEEDED, prefix, false));
            }
        }
        steps.add(new Step.Fail(error));
        return steps;
    }
}
