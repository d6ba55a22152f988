package com.cdhdashboard.core.metric.arm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooseNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Control",
                "control",
                "CONTROL ",
                " Control",
                "\tControl\r\n",
                "Control\u00A0",
                "\u202Fcontrol\u2009",
                "\uFEFFControl",
                "\u3000 Control"
            })
    void isTheSameArm(String name) {
        assertThat(LooseName.key(name)).isEqualTo("control");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Con trol", "Control.", "Control\u00A02", ""})
    void isAnother(String name) {
        assertThat(LooseName.key(name)).isNotEqualTo("control");
    }

    @Test
    void everyBlankOfUnicodeIsOne() {
        for (char symbol = 0; symbol < Character.MAX_VALUE; symbol++) {
            if (Character.isSpaceChar(symbol) || (Character.isWhitespace(symbol) && symbol < '\u001C')) {
                assertThat(LooseName.trimmed(symbol + "a b" + symbol)).isEqualTo("a b");
            }
        }
        assertThat(LooseName.trimmed(LooseName.BLANKS)).isEmpty();
    }
}
