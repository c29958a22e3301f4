package dev.interlock.catalog;

import java.time.Instant;

/**
 * One immutable revision of a named interface of a service.
 *
 * @param id unique in the instance; what runs pin
 * @param name name of the interface, "default" unless a service has several
 * @param number counts from 1 per interface
 * @param openapiVersion as the document says, such as 3.1.0
 * @param operations callable operations
 * @param furtherOperations webhooks, callbacks and further methods, counted apart
 * @param importedBy name of who imported it
 */
public record InterfaceRevision(
        long id,
        ServiceKey service,
        String name,
        int number,
        String openapiVersion,
        String title,
        Instant importedAt,
        String importedBy,
        int operations,
        int furtherOperations) {}
