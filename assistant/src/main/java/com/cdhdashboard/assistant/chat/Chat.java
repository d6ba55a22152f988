package com.cdhdashboard.assistant.chat;

import java.util.ArrayList;
import java.util.List;

/** Questions and answers that know of those before them, oldest first. */
public record Chat(List<Exchange> exchanges) {
    public static final Chat EMPTY = new Chat(List.of());

    public Chat {
        exchanges = List.copyOf(exchanges);
    }

    /** With another exchange at its end. */
    public Chat with(Exchange exchange) {
        List<Exchange> longer = new ArrayList<>(exchanges);
        longer.add(exchange);
        return new Chat(longer);
    }

    /** What was said before an exchange: from there it is asked again, or otherwise. */
    public Chat before(int exchange) {
        return new Chat(exchanges.subList(0, exchange));
    }

    /** How many questions were put to tools, so that the next can be told from them. */
    int asked() {
        return exchanges.stream().mapToInt(each -> each.asked().size()).sum();
    }
}
