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
    private static final Pattern FLAGS = Pattern.compile("(?m)^flags='(.*)'$");

    @Test
    void floorsRunWithTheFlagsOfTheScript() throws IOException {
        Matcher flags = FLAGS.matcher(Files.readString(Path.of("..", "cdhdashboard")));

        assertThat(flags.find()).isTrue();
        assertThat(List.of(flags.group(1).split(" "))).isEqualTo(Product.FLAGS);
        assertThat(new Product(Path.of("java"), Path.of("script")).mainClass(ProductTest.class, "a"))
                .startsWith("java", "-Xmx512m")
                .endsWith(ProductTest.class.getName(), "a");
    }

    @Test
    void aCommandIsTheScriptWithItsArguments() {
        assertThat(new Product(Path.of("java"), Path.of("script")).command("run", "--port", "0"))
                .containsExactly("script", "run", "--port", "0");
    }
}
