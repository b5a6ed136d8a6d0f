"""The addresses of copies."""

from __future__ import annotations

from django.urls import path

from hearthside.web.copies import forgetting, restoring, taking

app_name = "copies"
urlpatterns = [
    path("keep/backup/", taking.backup, name="backup"),
    path("keep/export/", taking.export, name="export"),
    path("keep/made/<str:id_>/", taking.made, name="made"),
    path("keep/made/<str:id_>/file/", taking.download, name="download"),
    path("keep/made/<str:id_>/let-go/", taking.let_go, name="let-go"),
    path("keep/restore/", restoring.restore, name="restore"),
    path("keep/restore/<str:id_>/", restoring.restoring, name="restoring"),
    path("keep/forget/", forgetting.forget, name="forget"),
    path("keep/forgotten/", forgetting.forgotten, name="forgotten"),
]
