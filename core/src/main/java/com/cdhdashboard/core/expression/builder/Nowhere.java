package com.cdhdashboard.core.expression.builder;

import com.cdhdashboard.core.error.Position;
import com.cdhdashboard.core.expression.text.Place;
import com.cdhdashboard.core.expression.text.SourceText;
import java.util.Optional;

/** Where expressions stand that are put together rather than read. */
final class Nowhere {
    private static final Position POSITION = new Position("expression", 1, 1);
    static final Place PLACE = new Place(0, POSITION, Optional.empty());

    private Nowhere() {}

    static SourceText source(String text) {
        return new SourceText(text, POSITION, true);
    }
}
