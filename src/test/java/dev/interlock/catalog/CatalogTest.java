package dev.interlock.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A test of the catalog alone, on a real database. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RecordApplicationEvents
@SpringBootTest(
        classes = TestCatalog.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = "db-scheduler.enabled=false")
public @interface CatalogTest {}
