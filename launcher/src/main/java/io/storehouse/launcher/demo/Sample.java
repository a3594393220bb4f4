package io.storehouse.launcher.demo;

import io.storehouse.launcher.errands.Errand;
import io.storehouse.launcher.home.Installation;
import io.storehouse.launcher.home.OwnerOnly;
import io.storehouse.launcher.home.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sample cut in two.
 *
 * @param files all of it
 * @param history copies without the last day
 * @param lastDay as recorded
 */
record Sample(List<Path> files, List<Path> history, LocalDate lastDay) {
    private static final Pattern LAST_DAY = Pattern.compile("Kept all but (\\d{4}-\\d{2}-\\d{2})");

    /**
     * Cuts the sample of the home; the copies stay in the data directory.
     *
     * @throws Problem when there is no sample
     */
    static Sample cut(Installation installation) {
        List<Path> files = installation.home().samples();
        if (files.isEmpty()) {
            throw Problem.missing(
                    "Cannot find the sample in " + installation.home().path().resolve("samples/online-retail"),
                    "git checkout -- samples");
        }
        Path into = OwnerOnly.directory(installation.data().at("demo"));
        List<String> arguments = new ArrayList<>(List.of("split", "--before-last-day", "--into", into.toString()));
        files.forEach(file -> arguments.add(file.toString()));
        String said = Errand.tills(installation).output(arguments);
        Matcher matcher = LAST_DAY.matcher(said);
        if (!matcher.find()) {
            throw Problem.failed("Failed to cut the sample: " + said.strip());
        }
        List<Path> history =
                files.stream().map(file -> into.resolve(file.getFileName())).toList();
        return new Sample(files, history, LocalDate.parse(matcher.group(1)));
    }
}
