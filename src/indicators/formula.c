/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/formula.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/decimal.h"
#include "dataset/dimension-values.h"

G_DEFINE_QUARK (atlas-formula-error-quark, atlas_formula_error)

#define BUILTIN_PREFIX "builtin:"
#define BEFORE_PREFIX "before("

/* Longer is nobody's formula; nested to that length it would eat the stack. */
#define MAX_LENGTH 1000

typedef struct {
  const char *text;
  const char *at;
  GError **error;
} Parser;

static AtlasFormula *parse_expression (Parser *parser);

static AtlasFormula *
formula_new (AtlasFormulaKind  kind,
             AtlasFormula     *left,
             AtlasFormula     *right)
{
  AtlasFormula *self = g_new0 (AtlasFormula, 1);

  self->kind = kind;
  self->left = left;
  self->right = right;
  return self;
}

/* Always NULL, so that a caller can return it. */
static AtlasFormula *
fail (Parser     *parser,
      const char *reason)
{
  long column = g_utf8_pointer_to_offset (parser->text, parser->at) + 1;

  g_set_error (parser->error, ATLAS_FORMULA_ERROR, ATLAS_FORMULA_ERROR_SYNTAX,
               _("The formula “%s” cannot be read from column %ld on: %s"), parser->text, column, reason);
  return NULL;
}

static void
skip_blanks (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

/* Takes the next character if it is one of CHARACTERS; '\0' if it is not. */
static char
take (Parser     *parser,
      const char *characters)
{
  skip_blanks (parser);
  if (*parser->at == '\0' || strchr (characters, *parser->at) == NULL)
    return '\0';
  return *parser->at++;
}

static gboolean
is_word_character (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

/* (nullable): the id that stands next. */
static char *
take_word (Parser *parser)
{
  const char *start;

  skip_blanks (parser);
  start = parser->at;
  while (is_word_character (*parser->at))
    parser->at++;
  return parser->at > start ? g_strndup (start, parser->at - start) : NULL;
}

static AtlasFormula *
parse_number (Parser *parser)
{
  const char *start = parser->at;
  g_autofree char *digits = NULL;
  AtlasDecimal value;
  AtlasFormula *self;

  while (is_word_character (*parser->at) || *parser->at == '.')
    parser->at++;
  digits = g_strndup (start, parser->at - start);
  if (!atlas_decimal_parse (digits, &value))
    {
      parser->at = start;
      return fail (parser, _("this is no number"));
    }
  self = formula_new (ATLAS_FORMULA_NUMBER, NULL, NULL);
  self->number = atlas_decimal_to_double (value);
  return self;
}

/* One "dimension=value" into VALUES. */
static gboolean
parse_dimension (Parser    *parser,
                 GPtrArray *values)
{
  g_autofree char *dimension = take_word (parser);
  g_autofree char *value = NULL;

  if (dimension != NULL && take (parser, "="))
    value = take_word (parser);
  if (value == NULL)
    {
      fail (parser, _("a dimension and its value are expected, such as “grade=senior”"));
      return FALSE;
    }
  if (atlas_dimension_values_lookup (values, dimension) != NULL)
    {
      fail (parser, _("this dimension is named twice"));
      return FALSE;
    }
  atlas_dimension_values_set (values, dimension, value);
  return TRUE;
}

static AtlasFormula *
parse_indicator (Parser *parser)
{
  g_autoptr (AtlasFormula) self = formula_new (ATLAS_FORMULA_INDICATOR, NULL, NULL);

  self->name = take_word (parser);
  self->dimensions = atlas_dimension_values_new ();
  if (*parser->at == ':')
    return fail (parser, _("a built-in computation stands alone, without other inputs"));
  if (!take (parser, "["))
    return g_steal_pointer (&self);
  do
    if (!parse_dimension (parser, self->dimensions))
      return NULL;
  while (take (parser, ";"));
  if (!take (parser, "]"))
    return fail (parser, _("“]” is missing"));
  return g_steal_pointer (&self);
}

/* "before(" is read already. */
static AtlasFormula *
parse_before (Parser *parser)
{
  g_autoptr (AtlasFormula) self = NULL;

  skip_blanks (parser);
  if (!is_word_character (*parser->at) || g_ascii_isdigit (*parser->at))
    return fail (parser, _("an indicator is expected"));
  self = parse_indicator (parser);
  if (self == NULL)
    return NULL;
  if (!take (parser, ")"))
    return fail (parser, _("“)” is missing"));
  self->years_back = 1;
  return g_steal_pointer (&self);
}

static AtlasFormula *
parse_parentheses (Parser *parser)
{
  g_autoptr (AtlasFormula) inner = parse_expression (parser);

  if (inner != NULL && !take (parser, ")"))
    return fail (parser, _("“)” is missing"));
  return g_steal_pointer (&inner);
}

static AtlasFormula *parse_factor (Parser *parser);

static AtlasFormula *
parse_negation (Parser *parser)
{
  AtlasFormula *operand = parse_factor (parser);

  return operand != NULL ? formula_new (ATLAS_FORMULA_NEGATE, operand, NULL) : NULL;
}

static AtlasFormula *
parse_factor (Parser *parser)
{
  if (take (parser, "("))
    return parse_parentheses (parser);
  if (take (parser, "-"))
    return parse_negation (parser);
  if (g_ascii_isdigit (*parser->at))
    return parse_number (parser);
  if (g_str_has_prefix (parser->at, BEFORE_PREFIX))
    {
      parser->at += strlen (BEFORE_PREFIX);
      return parse_before (parser);
    }
  if (is_word_character (*parser->at))
    return parse_indicator (parser);
  return fail (parser, _("a number, an indicator or “(” is expected"));
}

static AtlasFormulaKind
kind_of_operator (char operator)
{
  switch (operator)
    {
    case '+': return ATLAS_FORMULA_ADD;
    case '-': return ATLAS_FORMULA_SUBTRACT;
    case '*': return ATLAS_FORMULA_MULTIPLY;
    case '/': return ATLAS_FORMULA_DIVIDE;
    default: g_assert_not_reached ();
    }
}

/* Operands joined from left to right by any of OPERATORS. */
static AtlasFormula *
parse_chain (Parser        *parser,
             const char    *operators,
             AtlasFormula *(*parse_operand) (Parser *parser))
{
  g_autoptr (AtlasFormula) left = parse_operand (parser);
  char operator;

  while (left != NULL && (operator = take (parser, operators)) != '\0')
    {
      AtlasFormula *right = parse_operand (parser);

      if (right == NULL)
        return NULL;
      left = formula_new (kind_of_operator (operator), g_steal_pointer (&left), right);
    }
  return g_steal_pointer (&left);
}

static AtlasFormula *
parse_term (Parser *parser)
{
  return parse_chain (parser, "*/", parse_factor);
}

static AtlasFormula *
parse_expression (Parser *parser)
{
  return parse_chain (parser, "+-", parse_term);
}

static AtlasFormula *
parse_builtin (Parser *parser)
{
  g_autoptr (AtlasFormula) self = formula_new (ATLAS_FORMULA_BUILTIN, NULL, NULL);

  parser->at += strlen (BUILTIN_PREFIX);
  self->name = take_word (parser);
  if (self->name == NULL)
    return fail (parser, _("the name of a built-in computation is expected"));
  return g_steal_pointer (&self);
}

/**
 * atlas_formula_parse:
 * @text: a formula as in indicators.csv
 * @error: return location for an #AtlasFormulaError
 *
 * Returns: (transfer full) (nullable): its tree. Whether the indicators exist is for the catalogue to say.
 */
AtlasFormula *
atlas_formula_parse (const char  *text,
                     GError     **error)
{
  Parser parser = { text, text, error };
  g_autoptr (AtlasFormula) self = NULL;

  if (strlen (text) > MAX_LENGTH)
    {
      g_set_error (error, ATLAS_FORMULA_ERROR, ATLAS_FORMULA_ERROR_SYNTAX,
                   _("A formula may have %d characters at the most, this one has %zu"), MAX_LENGTH,
                   strlen (text));
      return NULL;
    }
  skip_blanks (&parser);
  if (g_str_has_prefix (parser.at, BUILTIN_PREFIX))
    self = parse_builtin (&parser);
  else
    self = parse_expression (&parser);
  skip_blanks (&parser);
  if (self != NULL && *parser.at != '\0')
    return fail (&parser, _("an operator (+ - * /) or the end is expected"));
  return g_steal_pointer (&self);
}

void
atlas_formula_free (AtlasFormula *self)
{
  g_clear_pointer (&self->left, atlas_formula_free);
  g_clear_pointer (&self->right, atlas_formula_free);
  g_clear_pointer (&self->dimensions, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

int
atlas_formula_get_binding (AtlasFormulaKind kind)
{
  switch (kind)
    {
    case ATLAS_FORMULA_ADD:
    case ATLAS_FORMULA_SUBTRACT:
      return 1;
    case ATLAS_FORMULA_MULTIPLY:
    case ATLAS_FORMULA_DIVIDE:
      return 2;
    case ATLAS_FORMULA_NEGATE:
      return 3;
    case ATLAS_FORMULA_NUMBER:
    case ATLAS_FORMULA_INDICATOR:
    case ATLAS_FORMULA_BUILTIN:
    default:
      return 4;
    }
}

static void append_formula (GString *text, const AtlasFormula *self);

/* An operand, in parentheses where it would come apart without. */
static void
append_operand (GString            *text,
                const AtlasFormula *operand,
                int                 least_binding)
{
  if (atlas_formula_get_binding (operand->kind) >= least_binding)
    {
      append_formula (text, operand);
      return;
    }
  g_string_append_c (text, '(');
  append_formula (text, operand);
  g_string_append_c (text, ')');
}

static void
append_binary (GString            *text,
               const AtlasFormula *self,
               const char         *operator)
{
  append_operand (text, self->left, atlas_formula_get_binding (self->kind));
  g_string_append (text, operator);
  append_operand (text, self->right, atlas_formula_get_binding (self->kind) + 1);
}

static void
append_number (GString *text,
               double   number)
{
  char buffer[64];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.9f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_len (text, buffer, length);
}

static void
append_indicator (GString            *text,
                  const AtlasFormula *self)
{
  g_autofree char *dimensions = atlas_dimension_values_to_string (self->dimensions);

  if (self->years_back > 0)
    g_string_append (text, BEFORE_PREFIX);
  g_string_append (text, self->name);
  if (dimensions[0] != '\0')
    g_string_append_printf (text, "[%s]", dimensions);
  if (self->years_back > 0)
    g_string_append_c (text, ')');
}

static void
append_formula (GString            *text,
                const AtlasFormula *self)
{
  switch (self->kind)
    {
    case ATLAS_FORMULA_NUMBER:
      append_number (text, self->number);
      break;
    case ATLAS_FORMULA_INDICATOR:
      append_indicator (text, self);
      break;
    case ATLAS_FORMULA_BUILTIN:
      g_string_append_printf (text, BUILTIN_PREFIX "%s", self->name);
      break;
    case ATLAS_FORMULA_ADD:
      append_binary (text, self, " + ");
      break;
    case ATLAS_FORMULA_SUBTRACT:
      append_binary (text, self, " - ");
      break;
    case ATLAS_FORMULA_MULTIPLY:
      append_binary (text, self, " * ");
      break;
    case ATLAS_FORMULA_DIVIDE:
      append_binary (text, self, " / ");
      break;
    case ATLAS_FORMULA_NEGATE:
      g_string_append_c (text, '-');
      append_operand (text, self->left, atlas_formula_get_binding (self->kind));
      break;
    }
}

/**
 * atlas_formula_to_string:
 *
 * Returns: (transfer full): the formula in one spelling, with no parenthesis that it does not need
 */
char *
atlas_formula_to_string (const AtlasFormula *self)
{
  GString *text = g_string_new (NULL);

  append_formula (text, self);
  return g_string_free (text, FALSE);
}

static void
collect_inputs (const AtlasFormula *self,
                GPtrArray          *inputs)
{
  if (self == NULL)
    return;
  collect_inputs (self->left, inputs);
  if (self->kind == ATLAS_FORMULA_INDICATOR)
    g_ptr_array_add (inputs, (gpointer) self);
  collect_inputs (self->right, inputs);
}

GPtrArray *
atlas_formula_list_inputs (const AtlasFormula *self)
{
  GPtrArray *inputs = g_ptr_array_new ();

  collect_inputs (self, inputs);
  return inputs;
}

gboolean
atlas_formula_is_context (const char *indicator_id)
{
  return strcmp (indicator_id, "population") == 0 || strcmp (indicator_id, "townships") == 0;
}
