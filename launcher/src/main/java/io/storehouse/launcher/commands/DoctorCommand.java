package io.storehouse.launcher.commands;

import io.storehouse.launcher.doctor.Doctor;
import io.storehouse.launcher.doctor.Finding;
import io.storehouse.launcher.doctor.Finding.Grade;
import io.storehouse.launcher.home.Problem;
import io.storehouse.launcher.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what is not in order, and what to do about it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Examine machine, build, ports, files and processes; exits 1 when something is wrong.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private final Target target = new Target();

    private final Console console;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(target.any()).examine();
        for (Finding finding : findings) {
            switch (finding.grade()) {
                case FINE -> console.fine(finding.words());
                case CARE -> console.warn(finding.words());
                case WRONG -> console.wrong(finding.words());
            }
            if (!finding.wayOut().isEmpty()) {
                console.detail("      → " + finding.wayOut());
            }
        }
        boolean wrong = findings.stream().anyMatch(finding -> finding.grade() == Grade.WRONG);
        return wrong ? Problem.FAILED : 0;
    }
}
