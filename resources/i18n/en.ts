<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingPanel</name>
    <message numerus="yes">
        <source>%n without an answer stay in the house; “unknown” is stored as estimated</source>
        <extracomment>还有 3 条没有回答；没回答的仍算在馆，不清楚的离馆时间记为估计</extracomment>
        <translation>
            <numerusform>%n without an answer stays in the house; “unknown” is stored as estimated</numerusform>
            <numerusform>%n without an answer stay in the house; “unknown” is stored as estimated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>共 14 人</extracomment>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultLine</name>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <extracomment>同行 2 人</extracomment>
        <translation>
            <numerusform>%n companion</numerusform>
            <numerusform>%n companions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Roll call sent to the printer: %n person(s)</source>
        <extracomment>疏散名单已送打印，共 47 人</extracomment>
        <translation>
            <numerusform>Roll call sent to the printer: %n person</numerusform>
            <numerusform>Roll call sent to the printer: %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody signed out: %n person(s)</source>
        <extracomment>全部签退，共 47 人</extracomment>
        <translation>
            <numerusform>Everybody signed out: %n person</numerusform>
            <numerusform>Everybody signed out: %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <extracomment>访客 1 人</extracomment>
        <translation>
            <numerusform>%n visitor</numerusform>
            <numerusform>%n visitors</numerusform>
        </translation>
    </message>
</context>
</TS>
