using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Fields;

/// <summary>What a definition of a field can break.</summary>
internal static class FieldsRules
{
    public static readonly Rule KeyTaken = new(
        "customers.field-key-taken", "There is a field '{0}' already. Change it, or choose another key.", "字段 '{0}' 已存在。请修改该字段，或另选一个键名。");

    public static readonly Rule TypeInUse = new(
        "customers.field-type-in-use",
        "Customers have values in the field '{0}', so its type stays. Retire it and define another one.",
        "已有客户填写了字段 '{0}'，其类型不能更改。请停用该字段并定义新字段。");

    public static readonly Rule SecrecyInUse = new(
        "customers.field-secrecy-in-use",
        "Customers have values in the field '{0}', so it stays as personal as it is. Retire it and define another one.",
        "已有客户填写了字段 '{0}'，其是否为个人信息不能更改。请停用该字段并定义新字段。");

    public static readonly Rule OptionInUse = new(
        "customers.field-option-in-use",
        "Customers may have chosen '{0}', so it cannot be taken away. Retire it.",
        "可能已有客户选择了 '{0}'，不能移除。请将其停用。");
}
