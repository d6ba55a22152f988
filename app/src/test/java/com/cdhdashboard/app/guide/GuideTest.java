package com.cdhdashboard.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.cdhdashboard.core.config.Family;
import com.cdhdashboard.core.report.Control;
import com.cdhdashboard.core.report.configured.ReportKinds;
import com.cdhdashboard.core.report.definition.Allowed;
import com.cdhdashboard.core.report.definition.Capability;
import com.cdhdashboard.core.report.definition.Key;
import com.cdhdashboard.core.report.definition.ReportKind;
import com.cdhdashboard.core.report.definition.Role;
import com.cdhdashboard.core.report.definition.ScoreView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
    /** All of them come with every copy of the repository. */
    private static final long MOST_BYTES = 2_500_000;

    private static String chapter(Family family) {
        return switch (family) {
            case ENGAGEMENT, CONVERSION -> "Kinds of report";
            case MODEL_ML_SCORES -> "Reports of model scores";
            case DESCRIPTIVE -> "Reports of descriptive metrics";
            case EXPERIMENT -> "Reports of experiments";
            case CLV -> "Reports over customers";
        };
    }

    /** How the names of pictures begin; conversion has the kinds of engagement and looks the same. */
    private static String picture(Family family, String type) {
        return (family == Family.CONVERSION ? Family.ENGAGEMENT : family).prefix() + "-" + type;
    }

    static Stream<Arguments> reports() {
        return ReportKinds.table().rows().stream()
                .map(row -> Arguments.of(row.family(), row.kind().type()));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyReportOfEveryFamilyHasItsPicture(Family family, String type) throws IOException {
        String chapter = Guide.chapter(chapter(family));

        assertThat(Guide.images(Guide.section(chapter, type).orElse(chapter)))
                .extracting(Guide.Image::name)
                .anyMatch(name -> (name + "-").startsWith(picture(family, type) + "-"));
    }

    static Stream<Arguments> views() {
        return ReportKinds.table().rows().stream()
                .filter(row -> !row.kind().type().equals("generic"))
                .flatMap(row -> row.keys().stream().flatMap(key -> views(row, key)));
    }

    private static Stream<Arguments> views(Capability row, Key key) {
        if (key.role() == Role.VIEW) {
            return ScoreView.keys().stream().skip(1).map(view -> Arguments.of(row.family(), row.kind(), view));
        }
        boolean look = List.of("view", "mode").contains(key.name());
        return look && key.allowed() instanceof Allowed.OneOf views
                ? views.options().stream()
                        .map(Control.Option::value)
                        .map(view -> Arguments.of(row.family(), row.kind(), view))
                : Stream.of();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyViewOfAReportHasItsPicture(Family family, ReportKind kind, String view) throws IOException {
        assertThat(Guide.images()).extracting(Guide.Image::name).contains(picture(family, kind.type()) + "-" + view);
    }

    @Test
    void everyPictureIsDescribed() throws IOException {
        assertThat(Guide.images())
                .allSatisfy(image ->
                        assertThat(image.description()).as(image.name()).hasSizeGreaterThan(20));
    }

    @Test
    void everyPictureIsTakenAndShown() throws IOException {
        assertThat(Guide.images().stream().map(Guide.Image::file).distinct())
                .containsExactlyInAnyOrderElementsOf(files());
        assertThat(Stream.of(
                                Pictures.all().stream().map(Picture::name).toList(),
                                FirstDashboard.NAMES,
                                ChatPictures.NAMES)
                        .flatMap(List::stream)
                        .map(name -> Guide.IMAGES.resolve(name + ".webp")))
                .containsExactlyInAnyOrderElementsOf(files());
    }

    @Test
    void allPicturesTogetherAreSmall() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Guide.IMAGES)) {
            return files.toList();
        }
    }
}
