package com.cdhdashboard.app.assistant;

import com.cdhdashboard.assistant.chat.Asked;
import com.cdhdashboard.assistant.chat.Exchange;
import com.cdhdashboard.assistant.chat.Listener;
import com.cdhdashboard.assistant.model.Cancelled;
import com.cdhdashboard.assistant.prose.Prose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An answer that comes along. Pages look at it and wait for what is new. Safe for use by many threads. */
public final class RunningAnswer implements Listener {
    private final Cancelled cancelled = new Cancelled();
    private final List<Step> steps = new ArrayList<>();
    private Prose prose = Prose.NOTHING;
    private Optional<String> note = Optional.empty();
    private boolean finished;
    private long version = 1;

    /** A question to a tool; without an answer while it is under way. */
    public record Step(String id, String tool, String arguments, Optional<Asked> asked) {}

    /**
     * How far it is.
     *
     * @param version grows with every change
     * @param note why what was told before was taken back
     */
    public record State(long version, List<Step> steps, Prose prose, Optional<String> note, boolean finished) {
        public State {
            steps = List.copyOf(steps);
        }
    }

    public Cancelled cancelled() {
        return cancelled;
    }

    @Override
    public synchronized void asking(String id, String tool, String arguments) {
        steps.add(new Step(id, tool, arguments, Optional.empty()));
        change();
    }

    @Override
    public synchronized void asked(Asked asked) {
        Step done = new Step(asked.id(), asked.tool(), asked.arguments(), Optional.of(asked));
        int place = 0;
        while (place < steps.size() && !steps.get(place).id().equals(asked.id())) {
            place++;
        }
        if (place < steps.size()) {
            steps.set(place, done);
        } else {
            steps.add(done);
        }
        change();
    }

    @Override
    public synchronized void prose(Prose soFar) {
        prose = soFar;
        change();
    }

    @Override
    public synchronized void restarted(String reason) {
        prose = Prose.NOTHING;
        note = Optional.of(reason);
        change();
    }

    /** It is kept now, so that pages can show it whole. */
    synchronized void end() {
        finished = true;
        change();
    }

    /** What is kept is told by {@link #end}. */
    @Override
    public void finished(Exchange exchange) {}

    private void change() {
        version++;
        notifyAll();
    }

    public synchronized State state() {
        return new State(version, steps, prose, note, finished);
    }

    /** The state when it is another than that, or as it is after a while. */
    public synchronized State await(long seen, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (version == seen) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return state();
    }
}
