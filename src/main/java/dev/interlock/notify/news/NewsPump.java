package dev.interlock.notify.news;

import dev.interlock.execution.Run;
import dev.interlock.execution.Runs;
import dev.interlock.notify.news.NewsTable.News;
import dev.interlock.notify.send.DeliveryPump;
import dev.interlock.notify.send.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns news into messages, each piece of news in a transaction of its own, and has them sent. */
@Component
public class NewsPump {
    private static final Logger LOG = LoggerFactory.getLogger(NewsPump.class);
    private static final int MOST = 500;

    private final NewsTable news;
    private final Runs runs;
    private final Telling telling;
    private final DeliveryPump deliveries;
    private final TransactionTemplate transaction;

    NewsPump(
            NewsTable news,
            Runs runs,
            Telling telling,
            DeliveryPump deliveries,
            PlatformTransactionManager transactions) {
        this.news = news;
        this.runs = runs;
        this.telling = telling;
        this.deliveries = deliveries;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells what happened, at most 500 pieces of news, and begins to send what is due. */
    public void runDue() {
        var told = 0;
        while (told < MOST && tellNext()) {
            told++;
        }
        deliveries.runDue();
    }

    private boolean tellNext() {
        var next = news.next();
        next.ifPresent(this::tellOrDrop);
        return next.isPresent();
    }

    /** What cannot be told must not keep what comes after it from being told. */
    private void tellOrDrop(News one) {
        try {
            transaction.executeWithoutResult(status -> tell(one));
        } catch (TransientDataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("What happened to run {} could not be told", one.run(), e);
            news.take(one);
        }
    }

    private void tell(News one) {
        if (news.take(one)) {
            runs.find(one.project(), one.run()).ifPresent(run -> tell(one, run));
        }
    }

    private void tell(News taken, Run run) {
        telling.tellRun(taken.project(), run, taken.type());
        if (Message.RUN_FINISHED.equals(taken.type())) {
            telling.tellProblems(taken.project(), run);
        }
    }
}
