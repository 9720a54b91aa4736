/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/parts/owned-task.h"

typedef struct {
  GObject *owner;
  GAsyncReadyCallback callback;
  gpointer user_data;
} Call;

static void
call_back (GObject      *nothing,
           GAsyncResult *result,
           gpointer      user_data)
{
  Call *call = user_data;

  call->callback (call->owner, result, call->user_data);
  g_object_unref (call->owner);
  g_free (call);
}

GTask *
atlas_owned_task_new (gpointer             owner,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  Call *call = g_new0 (Call, 1);

  call->owner = g_object_ref (owner);
  call->callback = callback;
  call->user_data = user_data;
  return g_task_new (NULL, cancellable, call_back, call);
}
