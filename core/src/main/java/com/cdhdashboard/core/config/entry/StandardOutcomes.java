package com.cdhdashboard.core.config.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What Pega records as the outcome of an action in its channels, in set-ups that follow its defaults. */
public final class StandardOutcomes {
    private static final List<OfChannel> CHANNELS = List.of(
            new OfChannel("Web", List.of("Clicked"), List.of("Impression", "NoResponse")),
            new OfChannel("Mobile", List.of("Clicked"), List.of("Impression", "NoResponse")),
            new OfChannel("Email", List.of("Clicked"), List.of("Pending", "Sent", "Delivered", "Opened", "Impression")),
            new OfChannel("SMS", List.of("Clicked"), List.of("Pending", "Sent", "Delivered")),
            new OfChannel("Push", List.of("Clicked"), List.of("Pending", "Sent", "Impression")),
            new OfChannel("Call Center", List.of("Accepted"), List.of("Impression", "Pending", "Rejected")),
            new OfChannel("Branch", List.of("Accepted"), List.of("Impression", "Pending", "Rejected")));

    /**
     * Those of a channel.
     *
     * @param positive answers that an engagement metric counts as a success
     */
    record OfChannel(String channel, List<String> positive, List<String> negative) {
        OfChannel {
            positive = List.copyOf(positive);
            negative = List.copyOf(negative);
        }
    }

    private StandardOutcomes() {}

    static List<OfChannel> channels() {
        return CHANNELS;
    }

    /** The channels in which an outcome is usual. */
    public static List<String> channelsOf(String outcome) {
        return CHANNELS.stream()
                .filter(each ->
                        each.positive().contains(outcome) || each.negative().contains(outcome))
                .map(OfChannel::channel)
                .toList();
    }

    /** All of them, each once. */
    public static List<String> all() {
        Set<String> all = new LinkedHashSet<>();
        CHANNELS.forEach(each -> {
            all.addAll(each.positive());
            all.addAll(each.negative());
        });
        return List.copyOf(all);
    }
}
