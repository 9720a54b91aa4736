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
 * @line: where it stands in its file; 0 where that is not known
 * @input: with @line, of a row of the dataset: which input of its import, from 0, that was
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
  guint input;
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
enum { ATLAS_ORG_ID, ATLAS_ORG_NAME, ATLAS_ORG_KIND, ATLAS_ORG_REGISTRATION_TYPE, ATLAS_ORG_REGION, ATLAS_ORG_REGISTERED_ON,
       ATLAS_ORG_CLOSED_ON, ATLAS_ORG_INCUBATOR, ATLAS_ORG_EMPLOYEES };
enum { ATLAS_PROJECT_REGION, ATLAS_PROJECT_YEAR, ATLAS_PROJECT_ID, ATLAS_PROJECT_NAME, ATLAS_PROJECT_STAGE,
       ATLAS_PROJECT_PROGRAMME, ATLAS_PROJECT_BUYER, ATLAS_PROJECT_PROVIDER, ATLAS_PROJECT_AMOUNT, ATLAS_PROJECT_STARTS_ON,
       ATLAS_PROJECT_ENDS_ON };
enum { ATLAS_TRAINING_REGION, ATLAS_TRAINING_YEAR, ATLAS_TRAINING_ID, ATLAS_TRAINING_NAME, ATLAS_TRAINING_TOPIC,
       ATLAS_TRAINING_MODE, ATLAS_TRAINING_ORGANISER, ATLAS_TRAINING_HELD_ON, ATLAS_TRAINING_TRAINEES, ATLAS_TRAINING_COST };
enum { ATLAS_POST_ID, ATLAS_POST_INSTITUTION, ATLAS_POST_CATEGORY, ATLAS_POST_SECTOR, ATLAS_POST_REGION, ATLAS_POST_COUNT,
       ATLAS_POST_FILLED, ATLAS_POST_SET_UP_ON, ATLAS_POST_CLOSED_ON };
enum { ATLAS_POLICY_REGION, ATLAS_POLICY_YEAR, ATLAS_POLICY_NO, ATLAS_POLICY_TITLE, ATLAS_POLICY_KIND, ATLAS_POLICY_ISSUER,
       ATLAS_POLICY_SUBJECT, ATLAS_POLICY_JOINT_ISSUERS, ATLAS_POLICY_ISSUED_ON, ATLAS_POLICY_REPEALED_ON };
enum { ATLAS_INCENTIVE_REGION, ATLAS_INCENTIVE_YEAR, ATLAS_INCENTIVE_BATCH, ATLAS_INCENTIVE_PAYMENT, ATLAS_INCENTIVE_GRADE,
       ATLAS_INCENTIVE_RECIPIENTS, ATLAS_INCENTIVE_AMOUNT, ATLAS_INCENTIVE_RATE, ATLAS_INCENTIVE_PAID_ON };
enum { ATLAS_FUND_ID, ATLAS_FUND_NAME, ATLAS_FUND_HOLDER, ATLAS_FUND_REGION, ATLAS_FUND_SET_UP_ON, ATLAS_FUND_CLOSED_ON,
       ATLAS_FUND_MANAGER, ATLAS_FUND_START_UP, ATLAS_FUND_RAISED, ATLAS_FUND_SPENT };
enum { ATLAS_INSPECTION_STATION, ATLAS_INSPECTION_ON, ATLAS_INSPECTION_REGION, ATLAS_INSPECTION_SCORE,
       ATLAS_INSPECTION_STAFF_COUNT, ATLAS_INSPECTION_PROBLEMS, ATLAS_INSPECTION_ELEMENTS, ATLAS_INSPECTION_RESULT,
       ATLAS_INSPECTION_INSPECTOR };
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

/* The column that says of which year a row of TABLE is: the year itself, or the date of what it tells; −1 where rows are of the
 * year that their import speaks of. */
int             atlas_register_find_year_column (const AtlasTableDefinition *table);
/* The year of DATE ("2023-05-01", "2023-05", "2023"), 0 for "". */
int             atlas_register_date_get_year (const char *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRejection, atlas_rejection_free)

G_END_DECLS
