package org.entente.node.agreements.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.node.agreements.page.Recognitions.Government;
import org.entente.node.agreements.page.Recognitions.Line;
import org.entente.node.agreements.page.Recognitions.State;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of who accepts from whom: whole names where they have room, nothing beyond the edge. */
class DrawingTests {
    private static final List<Text> NAMES = List.of(
            new Text("Colombie-Britannique", "British Columbia"),
            new Text("Québec", "Québec"),
            new Text("Nation huronne-wendat", "Huron-Wendat Nation"),
            new Text("Territoires du Nord-Ouest", "Newfoundland and Labrador"));

    /** Half a letter, of the letters of a name on average, with some to spare. */
    private static final double HALF_A_LETTER = 4.3;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void names_are_whole_and_stay_within(int count) {
        Drawing drawing = everybodyAccepts(count).drawing().orElseThrow();

        for (Language language : Language.values()) {
            for (Drawing.Node node : drawing.nodes()) {
                List<NameLines.Line> lines = node.lines(language);
                assertThat(String.join(
                                "", lines.stream().map(NameLines.Line::text).toList()))
                        .isEqualToIgnoringWhitespace(node.name().in(language).replace(" ", ""));
                for (NameLines.Line line : lines) {
                    double half = HALF_A_LETTER * line.text().length();
                    assertThat(node.x() - half).as(line.text()).isNotNegative();
                    assertThat(node.x() + half).as(line.text()).isLessThanOrEqualTo(Drawing.WIDTH);
                    assertThat(line.y()).as(line.text()).isBetween(NameLines.HEIGHT - 4, drawing.height() - 4);
                    assertThat(Math.abs(line.y() - node.y())).as(line.text()).isGreaterThan(Drawing.RADIUS);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void numbers_of_clauses_do_not_stand_on_each_other(int count) {
        List<Drawing.Arrow> arrows =
                everybodyAccepts(count).drawing().orElseThrow().arrows();

        for (int one = 0; one < arrows.size(); one++) {
            for (Drawing.Arrow other : arrows.subList(one + 1, arrows.size())) {
                Drawing.Arrow first = arrows.get(one);
                assertThat(Math.hypot(first.labelX() - other.labelX(), first.labelY() - other.labelY()))
                        .as(first + " and " + other)
                        .isGreaterThan(18);
            }
        }
    }

    @Test
    void a_ring_of_six_is_drawn_as_well() {
        Drawing drawing = ring(6).drawing().orElseThrow();

        assertThat(drawing.nodes()).hasSize(6);
        assertThat(drawing.arrows()).hasSize(6);
    }

    private static Recognitions ring(int count) {
        Recognitions all = everybodyAccepts(count);
        return new Recognitions(
                all.governments(),
                all.lines().stream()
                        .filter(line -> line.to() == (line.from() + 1) % count)
                        .toList());
    }

    private static Recognitions everybodyAccepts(int count) {
        List<Government> governments = IntStream.range(0, count)
                .mapToObj(i ->
                        new Government(URI.create("https://g" + i + ".example"), "G" + i, NAMES.get(i % NAMES.size())))
                .toList();
        List<Line> lines = IntStream.range(0, count * count)
                .filter(i -> i / count != i % count)
                .mapToObj(i -> new Line(i / count, i % count, "https://types.example/identity", "3.1", State.AGREED))
                .toList();
        return new Recognitions(governments, lines);
    }
}
