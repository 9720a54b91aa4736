/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/table-definition.h"

G_BEGIN_DECLS

/* What the registers are counted by: an indicator with the dimension values that a row has. Totals over a dimension are
 * no series of their own; they are added up when they are asked for.
 *
 * Dataset files hold these numbers: none is ever used for something else. Where a series stands for many, the number of
 * one is that of the first plus the places of its words in table-definition.c, for which there is room; so words are only
 * ever added at the end there. */
#define ATLAS_SERIES_SOCIAL_WORKERS 0
#define ATLAS_SERIES_CERTIFIED 1 /* + grade; "none" is never counted */
#define ATLAS_SERIES_NEWLY_CERTIFIED 16
#define ATLAS_SERIES_REGISTERED 17
#define ATLAS_SERIES_PERSONNEL_ROWS 18
#define ATLAS_SERIES_PEOPLE_AT_STATIONS 19
#define ATLAS_SERIES_CERTIFIED_AT_STATIONS 20
#define ATLAS_SERIES_STATIONS 32 /* + status * 8 + tier */
#define ATLAS_SERIES_STATION_WORKERS 96
#define ATLAS_SERIES_COVERED_TOWNSHIPS 97
#define ATLAS_SERIES_STATION_ROWS 98
#define ATLAS_SERIES_COVERED_COUNTIES 99
#define ATLAS_SERIES_SERVICES 128     /* + kind */
#define ATLAS_SERIES_PERSON_TIMES 144 /* + kind */
#define ATLAS_SERIES_FUNDING 256      /* + (source * 16 + purpose) * 8 + stage, 0 for none */
#define ATLAS_SERIES_FUNDING_END 2304 /* from here on those of row-counts.h */
#define ATLAS_SERIES_EXPIRING 2816    /* + month, 0 where it is not known */
#define ATLAS_SERIES_EDUCATION 2832   /* + (grade - 1) * 16 + band of hours (hour-bands.h) */
#define ATLAS_SERIES_STAFFING 2880    /* + number of staff, up to ATLAS_MOST_STAFF for so many or more; behind it not known */
#define ATLAS_SERIES_INSPECTIONS 2896 /* those of row-counts.h that are younger than those above */
/* From 3072 on what is counted once (AtlasDistinctCount in row-counts.h). */
#define ATLAS_SERIES_END 3104

/* From so many staff on stations are counted together. */
#define ATLAS_MOST_STAFF 10

/* In place of a stage: takes away what counts in a total for the second time (rollup-stages.h). */
#define ATLAS_STAGE_TWICE 4

/**
 * AtlasSeries:
 * @table: (nullable): the register it is counted from; NULL: there is no such series
 * @indicator_id: what it is the number of; "" for what no question asks for: the rows of a register that speak of the end
 *   of a year, the people who name a station
 * @dimensions: (element-type AtlasDimensionPair): its dimension values
 * @is_stock: read at the end of a year; else over the year
 * @is_distinct: of a division what is in it only once, so that the numbers of series, and of divisions, do not add up; its
 *   total is a series of its own
 * @is_of_last_year: what the register knows of the last year only that it speaks of
 */
typedef struct {
  const AtlasTableDefinition *table;
  const char *indicator_id;
  GPtrArray *dimensions;
  gboolean is_stock;
  gboolean is_distinct;
  gboolean is_of_last_year;
} AtlasSeries;

/* That of NUMBER, below ATLAS_SERIES_END; borrowed for good. */
const AtlasSeries *atlas_series_get           (guint number);
/* That of the rows of TABLE; ATLAS_SERIES_END where a row is of the year it says itself. */
guint              atlas_series_get_rows      (const AtlasTableDefinition *table);
/* That of the operating stations of townships, which make a township covered; and of the centres of counties. */
guint              atlas_series_get_township_stations (void);
guint              atlas_series_get_county_centres (void);
/* The place of WORD among those of an enum COLUMN of TABLE; −1 where it is none of them. */
int                atlas_series_get_place     (const AtlasTableDefinition *table, guint column, const char *word);

G_END_DECLS
