package com.cdhdashboard.bench.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final Pattern START = Pattern.compile("(?m)^exec \"\\$java\" (.*) \\$quick \\\\$");

    @Test
    void measuredIsWithTheFlagsTheScriptStartsTheProgramWith() throws IOException {
        String script = Files.readString(Path.of("..", "cdhdashboard"));
        Matcher start = START.matcher(script);

        assertThat(start.find()).isTrue();
        assertThat(List.of(start.group(1).split(" "))).isEqualTo(Product.FLAGS);
        assertThat(script).contains("import | query | report | validate) quick=" + Product.QUICK_FLAG + " ;;");
    }

    @Test
    void aCommandNamesJavaFlagsJarAndArguments() {
        assertThat(new Product(Path.of("java"), Path.of("program.jar")).command("run", "--port", "0"))
                .startsWith("java", "-Xmx512m")
                .doesNotContain(Product.QUICK_FLAG)
                .endsWith("-Dcdhdashboard.terminal=false", "-jar", "program.jar", "run", "--port", "0");
        assertThat(new Product(Path.of("java"), Path.of("program.jar")).command("query", "engagement"))
                .contains(Product.QUICK_FLAG);
    }
}
