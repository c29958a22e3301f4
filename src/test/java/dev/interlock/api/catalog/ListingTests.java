package dev.interlock.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.platform.ProjectId;
import dev.interlock.platform.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListingTests {
    private static final ProjectId PROJECT = new ProjectId(1);
    private static final List<Integer> NUMBERS =
            IntStream.rangeClosed(100, 219).boxed().toList();

    private final Listing<Integer> listing = new Listing<Integer>(
                    "numbers", number -> Integer.toString(number), number -> "number " + number)
            .field("risk", number -> List.of(Integer.toString(number)))
            .field("kind", number -> List.of(number % 2 == 0 ? "EVEN" : "ODD"));

    @Test
    void showsEveryItemOnceFromPartToPart() {
        var seen = new ArrayList<Integer>();
        @Nullable String after = null;
        Slice<Integer> part;
        do {
            part = listing.part(PROJECT, NUMBERS, "", after, 50);
            seen.addAll(part.items());
            after = part.next();
        } while (after != null);

        assertThat(seen).containsExactlyElementsOf(NUMBERS);
    }

    @Test
    void keepsToTheFilter() {
        assertThat(part("kind:even risk:>=216")).containsExactly(216, 218);
        assertThat(part("-kind:even risk:>216")).containsExactly(217, 219);
        assertThat(part("21 kind:odd,even risk:<112")).isEmpty();
        assertThat(part("\"number 121\"")).containsExactly(121);
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(part("colour:red 219")).containsExactly(219);
    }

    private List<Integer> part(String q) {
        return listing.part(PROJECT, NUMBERS, q, null, 200).items();
    }
}
