package com.cdhdashboard.plotly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BundleTest {
    private static String block(String name, String path, String content) {
        return "\n  // " + path + "\n  var " + name + " = __commonJS({\n    \"" + path + "\"() {\n" + content
                + "    }\n  });\n";
    }

    private static String library(String... blocks) {
        return "/* whose */\nvar Plotly = (() => {\n  var __commonJS = 1;\n" + String.join("", blocks)
                + "  return require_index();\n})();\n";
    }

    private static String traces(Part... parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            part.added()
                    .forEach(type -> text.append(block("require_" + type, "lib/" + type + ".js", "require_base();\n")));
        }
        return text.toString();
    }

    private static final Bundle BUNDLE = Bundle.of(library(
            block("require_core2", "lib/core.js", "require_style();\n"),
            block("require_style", "maps/map.css", "rules\n"),
            block("require_base", "src/base.js", ""),
            block("require_unused", "src/unused.js", ""),
            block("require_space", "src/space.js", "require_base();\n"),
            traces(Part.FLAT),
            block("require_scatter3d", "lib/scatter3d.js", "require_space(); require_base();\n"),
            block("require_index", "lib/index.js", "require_core2(), require_unused();\n")));

    @Test
    void theFirstPartHasWhatItsTracesNeedAndNoMore() {
        assertThat(BUNDLE.flat())
                .startsWith("/* whose */")
                .contains(
                        "Plotly.register([require_bar(), require_barpolar(), require_box(), require_contour(), require_funnel(),")
                .contains("\"src/base.js\"", "\"lib/treemap.js\"", "\"maps/map.css\"() {}")
                .contains("return Object.assign(require_index(), { lent: { require_base } });")
                .doesNotContain("src/unused.js", "src/space.js", "scatter3d", "rules");
    }

    @Test
    void theOtherPartBorrowsWhatTheFirstHas() {
        assertThat(BUNDLE.spatial())
                .contains("var { require_base } = Plotly.lent;", "\"src/space.js\"", "\"lib/scatter3d.js\"")
                .contains("Plotly.register([require_scatter3d()]);")
                .doesNotContain("\"src/base.js\"", "\"lib/core.js\"", "\"lib/bar.js\"");
    }

    @Test
    void aLibraryOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> Bundle.of("var Plotly = {};"))
                .hasMessage("the library is not put together as expected: there is no var Plotly = (() => {");
        assertThatThrownBy(() -> Bundle.of(library(block("require_core2", "lib/core.js", "")))
                        .flat())
                .hasMessage("the library has no trace bar");
    }
}
