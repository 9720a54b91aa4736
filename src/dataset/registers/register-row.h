/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/figure.h"
#include "dataset/region-tree.h"
#include "dataset/table-definition.h"

G_BEGIN_DECLS

/**
 * AtlasRegisterValue:
 * @text: never NULL; of TEXT, ENUM (its id), PLACE (6, 9 or 12 digits), DATE (ISO 8601 day, month or year as far as it is
 *   known), REFERENCE, DIMENSIONS, PERIOD; "" where nothing is said
 * @number: of COUNT, QUANTITY, MONEY (in fen) and NUMBER (the mantissa)
 * @decimals: of NUMBER
 * @qualifier: of QUANTITY, MONEY and NUMBER
 * @is_missing: nothing is said: the other fields mean nothing
 *
 * A cell that has been understood, as the dataset file holds it.
 */
typedef struct {
  const char *text;
  gint64 number;
  guint8 decimals;
  AtlasQualifier qualifier;
  gboolean is_missing;
} AtlasRegisterValue;

/**
 * AtlasRegisterRow:
 * @table: what it is a row of
 * @line: where it stands in its file; 0 for a row of the dataset
 * @values: in the order of the table's columns
 * @region: (nullable): the division it counts in, and through it in all above: the one of its code, the township of a
 *   12-digit code; of a service record the one of its station
 * @counted_from: the year from which it counts where it says no date itself
 * @as_of: the date its import speaks of, ISO 8601
 *
 * A row of a register, from a file or from the dataset. Borrowed from whoever hands it out.
 */
typedef struct {
  const AtlasTableDefinition *table;
  guint line;
  AtlasRegisterValue values[ATLAS_TABLE_MAX_COLUMNS];
  const AtlasRegion *region;
  int counted_from;
  const char *as_of;
} AtlasRegisterRow;

/* The columns of the registers, and of figures and sources, in the order of table-definition.c. */
enum { ATLAS_STATION_ID, ATLAS_STATION_NAME, ATLAS_STATION_TIER, ATLAS_STATION_REGION, ATLAS_STATION_STATUS,
       ATLAS_STATION_OPENED_ON, ATLAS_STATION_CLOSED_ON, ATLAS_STATION_OPERATOR, ATLAS_STATION_STAFF_COUNT };
enum { ATLAS_PERSON_ID, ATLAS_PERSON_NAME, ATLAS_PERSON_GRADE, ATLAS_PERSON_CERTIFICATE_NO, ATLAS_PERSON_CERTIFIED_ON,
       ATLAS_PERSON_EXPIRES_ON, ATLAS_PERSON_ASSISTANT_ON, ATLAS_PERSON_INTERMEDIATE_ON, ATLAS_PERSON_SENIOR_ON,
       ATLAS_PERSON_EDUCATION_HOURS, ATLAS_PERSON_STATION, ATLAS_PERSON_REGION, ATLAS_PERSON_EMPLOYER_KIND };
enum { ATLAS_FUNDING_REGION, ATLAS_FUNDING_YEAR, ATLAS_FUNDING_ENTRY_ID, ATLAS_FUNDING_SOURCE, ATLAS_FUNDING_PURPOSE,
       ATLAS_FUNDING_AMOUNT, ATLAS_FUNDING_STAGE };
enum { ATLAS_SERVICE_STATION, ATLAS_SERVICE_YEAR, ATLAS_SERVICE_MONTH, ATLAS_SERVICE_KIND, ATLAS_SERVICE_COUNT,
       ATLAS_SERVICE_PERSON_TIMES };
enum { ATLAS_FIGURE_ID, ATLAS_FIGURE_SOURCE, ATLAS_FIGURE_REGION, ATLAS_FIGURE_INDICATOR, ATLAS_FIGURE_DIMENSIONS,
       ATLAS_FIGURE_VALUE, ATLAS_FIGURE_QUALIFIER, ATLAS_FIGURE_UNIT, ATLAS_FIGURE_PERIOD, ATLAS_FIGURE_AS_OF,
       ATLAS_FIGURE_PRINTED, ATLAS_FIGURE_STATUS, ATLAS_FIGURE_NOTE };

/**
 * AtlasRejectCode:
 *
 * Why a row is rejected; the names are the codes of `import --json`.
 */
typedef enum {
  ATLAS_REJECT_MISSING_VALUE,
  ATLAS_REJECT_NOT_A_NUMBER,
  ATLAS_REJECT_NEGATIVE_NUMBER,
  ATLAS_REJECT_BAD_DATE,
  ATLAS_REJECT_DATE_ORDER,
  ATLAS_REJECT_YEAR_OUT_OF_RANGE,
  ATLAS_REJECT_MONTH_OUT_OF_RANGE,
  ATLAS_REJECT_UNKNOWN_REGION,
  ATLAS_REJECT_AMBIGUOUS_REGION,
  ATLAS_REJECT_UNKNOWN_ENUM,
  ATLAS_REJECT_UNKNOWN_STATION,
  ATLAS_REJECT_DUPLICATE_ID,
  ATLAS_REJECT_ID_CONFLICT,
  ATLAS_REJECT_MASKED_VALUE,
  ATLAS_REJECT_WRONG_COLUMN_COUNT,
  ATLAS_REJECT_NUL_BYTE,
  ATLAS_REJECT_BAD_ENCODING,
} AtlasRejectCode;

/**
 * AtlasRejection:
 * @line: the physical line (text files) or the sheet's row
 * @column: the column's id, "" where the whole row is meant
 * @value: the cell as it stands
 * @reason: a sentence in the user's language: what is wrong and what to write instead
 * @cells: (array zero-terminated=1): the row as it stands, for the rejects file
 */
typedef struct {
  guint line;
  char *column;
  char *value;
  AtlasRejectCode code;
  char *reason;
  char **cells;
} AtlasRejection;

const char     *atlas_reject_code_to_id (AtlasRejectCode code);
AtlasRejection *atlas_rejection_new     (guint line, const char *column, const char *value, AtlasRejectCode code,
                                         const char *reason) G_GNUC_WARN_UNUSED_RESULT;
void            atlas_rejection_free    (AtlasRejection *self);

/* The year of DATE ("2023-05-01", "2023-05", "2023"), 0 for "". */
int             atlas_register_date_get_year (const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRejection, atlas_rejection_free)

G_END_DECLS
