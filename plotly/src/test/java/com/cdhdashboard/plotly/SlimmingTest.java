package com.cdhdashboard.plotly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlimmingTest {
    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of("  var a = 1; \n\n    // why\n    a++;\n", "var a = 1;\na++;\n"),
                Arguments.of("a /* what\n */ = /* it */ 1", "a\n= 1"),
                Arguments.of("/*! by someone */\n/** @license MIT */\na", "/*! by someone */\n/** @license MIT */\na"),
                Arguments.of(
                        "a = \"// no\"; b = '/* no */'; c = '\\'//'", "a = \"// no\"; b = '/* no */'; c = '\\'//'"),
                Arguments.of(
                        "a = `  // no\n   ${b + `\n  ${c}`}\n  \\``;\n  d",
                        "a = `  // no\n   ${b + `\n  ${c}`}\n  \\``;\nd"),
                Arguments.of("a = `${ {b: 1 // it\n } }`", "a = `${ {b: 1\n} }`"),
                Arguments.of("a.replace(/[/\"]\\//g, '') // it", "a.replace(/[/\"]\\//g, '') "),
                Arguments.of("return /'/.test(a);  \n  b", "return /'/.test(a);\nb"),
                Arguments.of("a = b / c; // it\nd = (e) / f / g", "a = b / c;\nd = (e) / f / g"));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatOnlyReadersNeedIsLeftOut(String script, String slim) {
        assertThat(Slimming.of(script)).isEqualTo(slim);
    }
}
