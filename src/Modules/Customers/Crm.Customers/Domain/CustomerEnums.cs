using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

internal enum CustomerKind
{
    [Label("Organisation", "企业")]
    Organisation,
    [Label("Person", "个人")]
    Person,
}

internal enum Lifecycle
{
    [Label("Prospect", "潜在客户")]
    Prospect,
    [Label("Active", "活跃")]
    Active,
    [Label("Dormant", "休眠")]
    Dormant,
    [Label("Closed", "已关闭")]
    Closed,
}

internal enum Sex
{
    [Label("Female", "女")]
    Female,
    [Label("Male", "男")]
    Male,
    [Label("Other", "其他")]
    Other,
}

internal enum ContactPointKind
{
    [Label("Phone", "电话")]
    Phone,
    [Label("Mobile", "手机")]
    Mobile,
    [Label("Fax", "传真")]
    Fax,
    [Label("E-mail", "电子邮件")]
    Email,
    [Label("Social account", "社交账号")]
    Social,
}

internal enum AddressKind
{
    [Label("Main", "主要地址")]
    Main,
    [Label("Billing", "账单地址")]
    Billing,
    [Label("Shipping", "收货地址")]
    Shipping,
}

/// <summary>By the number of employees, as the European Union counts (recommendation 2003/361/EC).</summary>
internal enum CompanySize
{
    [Label("Micro, fewer than 10", "微型（少于 10 人）")]
    Micro,
    [Label("Small, fewer than 50", "小型（少于 50 人）")]
    Small,
    [Label("Medium, fewer than 250", "中型（少于 250 人）")]
    Medium,
    [Label("Large, 250 and more", "大型（250 人及以上）")]
    Large,
}
