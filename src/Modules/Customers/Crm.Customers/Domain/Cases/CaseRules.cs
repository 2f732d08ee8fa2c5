using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

/// <summary>What is refused around cases.</summary>
internal static class CaseRules
{
    public static readonly Rule Closed = new(
        "customers.case-closed", "The case is solved or closed. Reopen it first.", "该工单已解决或已关闭，请先重新打开。");

    public static readonly Rule NotClosed = new(
        "customers.case-not-closed", "The case is not solved yet, so there is nothing to reopen or to rate.", "该工单尚未解决，无法重新打开或评价。");

    public static readonly Rule NotAssigned = new(
        "customers.case-not-assigned", "Nobody is to do it. Assign the case to a person first.", "尚无处理人，请先将工单分派给人员。");

    public static readonly Rule NotInProgress = new(
        "customers.case-not-in-progress", "Nobody works on the case at the moment. Start it first.", "目前无人处理该工单，请先开始处理。");

    public static readonly Rule NotWaiting = new(
        "customers.case-not-waiting", "The case does not wait for the customer.", "该工单未处于等待客户的状态。");

    public static readonly Rule InProgressAlready = new(
        "customers.case-in-progress", "Somebody works on the case already.", "该工单已在处理中。");

    public static readonly Rule ClosedAlready = new(
        "customers.case-closed-already", "The case is closed already.", "该工单已经关闭。");

    public static readonly Rule WithoutSolution = new(
        "customers.case-without-solution", "Say why a case is closed that was not solved.", "关闭未解决的工单须说明原因。");

    public static readonly Rule RatedAlready = new(
        "customers.case-rated", "The customer has rated the case already.", "客户已评价过该工单。");

    public static readonly Rule TemplateUnknown = new(
        "customers.case-template-unknown", "There is no template '{0}' in use.", "没有启用的模板 '{0}'。");

    public static readonly Rule CalendarUnknown = new(
        "customers.calendar-unknown", "There is no working calendar '{0}'.", "没有工作日历 '{0}'。");
}
