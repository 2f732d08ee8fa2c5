using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Cases;

internal enum CaseKind
{
    [Label("Request", "请求")]
    Request,
    [Label("Complaint", "投诉")]
    Complaint,
    [Label("Question", "咨询")]
    Question,
}

internal enum CasePriority
{
    [Label("Low", "低")]
    Low,
    [Label("Normal", "普通")]
    Normal,
    [Label("High", "高")]
    High,
    [Label("Urgent", "紧急")]
    Urgent,
}

internal enum CaseChannel
{
    [Label("Phone", "电话")]
    Phone,
    [Label("E-mail", "电子邮件")]
    Email,
    [Label("Web", "网站")]
    Web,
    [Label("Chat", "在线聊天")]
    Chat,
    [Label("Social network", "社交网络")]
    Social,
    [Label("In person", "当面")]
    InPerson,
    [Label("Letter", "信函")]
    Letter,
}

internal enum CaseStatus
{
    [Label("New", "新建")]
    New,
    [Label("Assigned", "已分派")]
    Assigned,
    [Label("In progress", "处理中")]
    InProgress,
    [Label("Waiting for the customer", "等待客户")]
    WaitingForCustomer,
    [Label("Solved", "已解决")]
    Solved,
    [Label("Closed", "已关闭")]
    Closed,
    [Label("Reopened", "已重新打开")]
    Reopened,
}

/// <summary>What may be done with a case.</summary>
internal enum CaseStep
{
    [Label("Assign", "分派")]
    Assign,
    [Label("Start", "开始处理")]
    Start,
    [Label("Wait for the customer", "等待客户")]
    Wait,
    [Label("Go on", "继续处理")]
    Resume,
    [Label("Solve", "解决")]
    Solve,
    [Label("Close", "关闭")]
    Close,
    [Label("Reopen", "重新打开")]
    Reopen,
    [Label("Rate", "评价")]
    Rate,
}

/// <summary>Which promise a level of escalation looks at.</summary>
internal enum CaseDeadline
{
    [Label("First response", "首次响应")]
    Response,
    [Label("Solution", "解决")]
    Solution,
}
