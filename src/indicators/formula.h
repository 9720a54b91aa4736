/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasFormulaKind:
 * @ATLAS_FORMULA_NUMBER: a constant
 * @ATLAS_FORMULA_INDICATOR: an input, with the dimension values it is asked with
 * @ATLAS_FORMULA_BUILTIN: computed by the program: townships, township_coverage, and those of counted.h
 *
 * Grammar (indicators.csv): expression = term { (+|-) term }; term = factor { (*|/) factor };
 * factor = number | input | "before(" input ")" | "(" expression ")" | - factor;
 * input = indicator [ "[" dimension=value { ";" dimension=value } "]" ], and before() that of the year before;
 * or "builtin:NAME" alone.
 */
typedef enum {
  ATLAS_FORMULA_NUMBER,
  ATLAS_FORMULA_INDICATOR,
  ATLAS_FORMULA_BUILTIN,
  ATLAS_FORMULA_ADD,
  ATLAS_FORMULA_SUBTRACT,
  ATLAS_FORMULA_MULTIPLY,
  ATLAS_FORMULA_DIVIDE,
  ATLAS_FORMULA_NEGATE,
} AtlasFormulaKind;

typedef struct _AtlasFormula AtlasFormula;
struct _AtlasFormula {
  AtlasFormulaKind kind;
  double number;
  char *name;            /* of an indicator or a built-in one */
  GPtrArray *dimensions; /* (element-type AtlasDimensionPair), of an indicator */
  int years_back;        /* of an indicator: so many years before the one that is asked for */
  AtlasFormula *left;
  AtlasFormula *right;   /* NULL for NEGATE */
};

typedef enum {
  ATLAS_FORMULA_ERROR_SYNTAX,
} AtlasFormulaError;

#define ATLAS_FORMULA_ERROR (atlas_formula_error_quark ())
GQuark        atlas_formula_error_quark (void);

/* The message names the column at which reading stopped. */
AtlasFormula *atlas_formula_parse     (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          atlas_formula_free      (AtlasFormula *self);
/* How tightly an operation holds its operands together: one that binds less is put in parentheses. */
int           atlas_formula_get_binding (AtlasFormulaKind kind);
/* (transfer full): the spelling that is read back to the same formula. */
char         *atlas_formula_to_string (const AtlasFormula *self) G_GNUC_WARN_UNUSED_RESULT;
/* The INDICATOR nodes from left to right; (element-type AtlasFormula) (transfer container). */
GPtrArray    *atlas_formula_list_inputs (const AtlasFormula *self) G_GNUC_WARN_UNUSED_RESULT;
/* Whether INDICATOR_ID is an input that changes slowly and may come from another year: without that nothing could be
 * set against residents but in a census year. */
gboolean      atlas_formula_is_context (const char *indicator_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasFormula, atlas_formula_free)

G_END_DECLS
