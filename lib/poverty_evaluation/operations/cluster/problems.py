"""Vướng mắc của cụm máy: what is told of machines that may not build, and of reports that they could not."""

from __future__ import annotations

from poverty_evaluation.operations.workers.tasks import ReportOutcome, ReportTask, State
from poverty_evaluation.vocabulary.errors import InputProblem


def no_scheduler(address: str, reason: str) -> InputProblem:
    return InputProblem(
        "một bộ điều phối Dask đang chạy, ví dụ tcp://192.168.1.10:8786",
        "a Dask scheduler that runs, for instance tcp://192.168.1.10:8786",
        f"không nối được tới {address} ({reason})",
        f"no connection to {address} ({reason})",
        "Khởi động bằng lệnh dask scheduler, kiểm tra địa chỉ và tường lửa.",
        "Start one with dask scheduler, check the address and the firewall.",
    )


def unfit(name: str, different: str) -> InputProblem:
    return InputProblem(
        f"cùng một phiên bản chương trình trên máy {name}",
        f"the same version of the program on the worker {name}",
        f"khác với máy này ({different})",
        f"one that differs from this machine's ({different})",
        "Cài cùng phiên bản trên máy ấy rồi khởi động lại dask worker. Máy ấy không được giao việc.",
        "Install the same version there and start its dask worker again. It is given no work.",
    )


def unseeing(name: str, unseen: str) -> InputProblem:
    return InputProblem(
        f"máy {name} thấy cùng thư mục số liệu và kết quả như máy này",
        f"the worker {name} to see the same folders of data and outputs as this machine",
        f"máy ấy không thấy {unseen}",
        f"that it does not see {unseen}",
        "Gắn thư mục chung ở cùng đường dẫn trên mọi máy, hoặc dùng địa chỉ như s3://. Máy ấy không được giao việc.",
        "Mount the shared folder at the same path on every machine, or use an address such as s3://. It is given no "
        "work.",
    )


def broken(task: ReportTask, error: BaseException) -> ReportOutcome:
    """The outcome of an order that its machines could not carry out."""
    if type(error).__name__ == "KilledWorker":
        return ReportOutcome(
            task,
            State.DIED,
            exit_status=1,
            message="Mỗi máy nhận báo cáo này đều ngừng giữa chừng."
            " · Every machine that was given this report stopped while it was building it.",
        )
    return ReportOutcome(
        task,
        State.FAILED,
        exit_status=1,
        message=f"Lỗi trên máy nhận việc: {type(error).__name__}: {error}"
        f" · Failure on the machine that was given it: {type(error).__name__}: {error}",
    )
