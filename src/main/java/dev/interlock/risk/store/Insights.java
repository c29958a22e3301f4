package dev.interlock.risk.store;

import dev.interlock.platform.ProjectId;
import dev.interlock.risk.Calibration;
import dev.interlock.risk.LearnedCare;
import dev.interlock.risk.LearnedValue;
import dev.interlock.risk.RiskLearning;
import dev.interlock.risk.fault.Care;
import dev.interlock.risk.fault.Feature;
import dev.interlock.risk.fault.Lessons;
import dev.interlock.risk.fault.Rate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells how right predictions were and what was learned. */
@Component
class Insights implements RiskLearning {
    private static final double LEAST_KNOWN = .001;

    private final Forecasts forecasts;
    private final Learned learned;
    private final ServiceNotes notes;

    Insights(Forecasts forecasts, Learned learned, ServiceNotes notes) {
        this.forecasts = forecasts;
        this.learned = learned;
        this.notes = notes;
    }

    @Override
    public Calibration calibration(ProjectId project, int runs) {
        var last = Math.clamp(runs, 1, Forecasts.MOST_RUNS);
        return Calibrating.of(forecasts.last(project, last), forecasts.runs(project, last));
    }

    @Override
    public List<LearnedValue> learned(ProjectId project) {
        var lessons = learned.lessons(project);
        var values = new ArrayList<LearnedValue>();
        Arrays.stream(Feature.values()).map(feature -> value(lessons, feature)).forEach(values::add);
        Arrays.stream(Rate.values()).map(rate -> value(lessons, rate)).forEach(values::add);
        return values;
    }

    @Override
    public List<LearnedCare> cares(ProjectId project) {
        return notes.of(project).values().stream()
                .filter(note -> known(note.care()))
                .map(note -> new LearnedCare(
                        note.service(),
                        note.care().blamed(),
                        note.care().expected(),
                        note.care().carelessness()))
                .sorted(Comparator.comparingDouble(LearnedCare::logOdds)
                        .reversed()
                        .thenComparing(LearnedCare::service))
                .toList();
    }

    private static boolean known(Care care) {
        return care.blamed() + care.expected() > LEAST_KNOWN;
    }

    private static LearnedValue value(Lessons lessons, Feature feature) {
        var weights = lessons.weights();
        return new LearnedValue(
                feature.words(), false, feature.start(), weights.value(feature), weights.doubt(feature));
    }

    private static LearnedValue value(Lessons lessons, Rate rate) {
        var rates = lessons.rates();
        return new LearnedValue(rate.words(), true, rate.start(), rates.of(rate), rates.cases(rate));
    }
}
