using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Studies;

internal static class StudyRules
{
    public static readonly Rule CodeTaken = new("planning.study-code-taken", "There is a study '{0}' already.", "已存在调研 '{0}'。");

    public static readonly Rule NotDesigned = new(
        "planning.study-not-designed", "The study is in the field already: it can neither begin again nor be deleted.", "该调研已开始实施，不能再次开始或删除。");

    public static readonly Rule QuestionsFrozen = new(
        "planning.study-questions-frozen", "Questions do not change while a study is in the field: answers would no longer belong to them.", "调研实施期间不得修改问题，否则答复将与问题不符。");

    public static readonly Rule Finished = new(
        "planning.study-finished", "The study is completed and does not change any more.", "该调研已完成，不能再修改。");

    public static readonly Rule WithoutQuestions = new(
        "planning.study-without-questions", "A study without a question cannot go into the field.", "没有问题的调研不能开始实施。");

    public static readonly Rule NotFielding = new(
        "planning.study-not-fielding", "The study is not in the field: only then are answers taken, and only then can it be completed.", "该调研不在实施中：仅在实施期间接受答复或完成调研。");

    public static readonly Rule NotCompleted = new(
        "planning.study-not-completed", "Only a completed study can be archived.", "只有已完成的调研才能归档。");

    public static readonly Rule NotDeleted = new(
        "planning.study-not-deleted", "The study is not deleted, so there is nothing to restore.", "该调研未被删除，无需恢复。");

    public static readonly Rule AnsweredTwice = new(
        "planning.answered-twice", "This respondent has answered in this wave already.", "该受访者在本轮已作答。");

    public static readonly Rule RespondentErased = new(
        "planning.respondent-erased", "This customer was erased: nothing more is written down about it.", "该客户的个人数据已删除，不再记录其任何信息。");

    public static readonly Rule StudyUnknown = new("planning.study-unknown", "There is no study '{0}'.", "没有调研 '{0}'。");

    public static readonly Rule AnswerDoesNotFit = new(
        "planning.answer-does-not-fit", "'{0}' is no answer to the question '{1}' of this study.", "'{0}' 不是本调研问题 '{1}' 的有效答复。");
}
